#!/usr/bin/env python3
"""The platform under load, on the machine that also makes the load.

    load.py NAIKKELAS BARE WORK

Starts `naikkelas serve --demo` in a folder of its own and measures: start-up, sizes, memory idle and under load, pages
at 300 requests a second beside a running kit, 50 submissions a second for 30 s, and the ratio to a bare axum. Needs
`hey` (Debian package of that name). Prints Markdown.
"""

import gzip
import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import time
import urllib.request

from served import HOME, Browser, hey, memory, peak, rows, start, stop

program, bare, work = sys.argv[1:4]
BARE = 8791
PASSWORD = "naik-kelas-malang"


def weight(browser):
    """Bytes of the first page with everything that it loads, as they travel."""
    seen, total = set(), 0
    page = browser.open("/")
    addresses = re.findall(r'(?:src|href)="(/static/[^"#]+|/manifest.webmanifest)', page)
    total += len(gzip.compress(page.encode(), 6))
    for address in addresses:
        if address in seen:
            continue
        seen.add(address)
        request = urllib.request.Request(HOME + address, headers={"Accept-Encoding": "gzip"})
        total += len(urllib.request.urlopen(request).read())
    return total / 1000


shutil.rmtree(work, ignore_errors=True)
os.makedirs(work)
folder = os.path.join(work, "data")
print("| what | figure | aim |\n|---|---|---|")
rows("binary", f"{os.path.getsize(program) / 1e6:.1f} MB", "")
server, first = start(program, folder)
rows("start on an empty folder, until it answers", f"{first:.0f} ms", "1 s")
browser = Browser()
rows("first page with fonts and pictures, compressed", f"{weight(browser):.0f} KB", "120 KB")
time.sleep(3)
rows("memory idle", f"{memory(server.pid):.0f} MB", "60 MB")
stop(server)
server, _ = start(program, folder, "--demo")
browser.open("/")
browser.open("/masuk", {"kontak": "081200000101", "sandi": PASSWORD})
products = browser.open("/produk")
product = re.search(r"/produk/([0-9a-f-]{36})/kit", products).group(1)
asked = lambda text: sqlite3.connect(f"file:{folder}/naikkelas.db?mode=ro", uri=True).execute(text).fetchone()[0]
time.sleep(10)
while asked("SELECT count(*) FROM job WHERE state IN ('waiting', 'running')"):
    time.sleep(1)
rows("memory while the demonstration made its kits and its cohorts, at most", f"{peak(server.pid):.0f} MB", "")
# A city's server makes no demonstration: what that left in memory is not part of the load.
stop(server)
server, _ = start(program, folder)
cookie = [f"Cookie: {browser.cookie()}"]
browser.open(f"/produk/{product}/kit", {"kunci": "bench-1"})
for name, path in (("list of products", "/produk"), ("a kit's facts", f"/produk/{product}/fakta/nama")):
    rate, p50, p99, codes = hey(HOME + path, 20, rate=300, headers=cookie)
    rows(f"{name}: {rate:.0f} requests/s beside a running kit, {codes}", f"p50 {p50:.1f} ms, p99 {p99:.1f} ms", "p99 50 ms")
browser.open("/akun")
made = browser.open("/akun", {"bagian": "token", "nama_token": "bench", "scope": ["products:read", "products:write"]})
token = re.search(r">(nk_[0-9a-f]+)<", made).group(1)
before = asked("SELECT count(*) FROM product")
rate, p50, p99, codes = hey(
    HOME + "/api/v1/products", 30, rate=50, headers=[f"Authorization: Bearer {token}"], method="POST",
    body=json.dumps({"facts": {"product.name": "Keripik tempe", "price": "18rb"}}), kind="application/json",
)
kept, sent = asked("SELECT count(*) FROM product") - before, sum(int(n) for code, n in codes.items() if code == "201")
rows(f"submissions at {rate:.0f} a second for 30 s: {sent} confirmed, {kept} kept", f"p50 {p50:.1f} ms, p99 {p99:.1f} ms", "nothing lost")
rows("memory under this load, at most", f"{peak(server.pid):.0f} MB", "250 MB")
while "data-jalan=\"ya\"" in browser.open(f"/produk/{product}/kit"):
    time.sleep(1)
other = subprocess.Popen([bare, str(BARE), os.path.join(folder, "naikkelas.db")])
time.sleep(0.5)
full = {}
for name, url in (
    ("bare axum, a word", f"http://127.0.0.1:{BARE}/hello"),
    ("ours, /healthz", HOME + "/healthz"),
    ("bare axum, one row", f"http://127.0.0.1:{BARE}/row"),
    ("bare axum, the four reads that tell who calls", f"http://127.0.0.1:{BARE}/rows"),
    ("ours, /api/v1/me with a key (the same four reads)", HOME + "/api/v1/me"),
):
    assert urllib.request.urlopen(urllib.request.Request(url, headers={"Authorization": f"Bearer {token}"})).read()
    headers = [f"Authorization: Bearer {token}"] if "/api/" in url else []
    full[name], p50, p99, _ = hey(url, 8, workers=8, headers=headers)
    rows(f"{name}, as fast as it goes", f"{full[name]:.0f} requests/s, p99 {p99:.1f} ms", "")
names = list(full)
rows("ours to bare: a word; the same reads", f"{full[names[1]] / full[names[0]]:.0%}; {full[names[4]] / full[names[3]]:.0%}", "80 %")
other.terminate()
stop(server)
