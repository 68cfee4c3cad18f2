#!/usr/bin/env python3
"""A city of shops under load, on the machine that also makes the load.

    shop.py NAIKKELAS WORK [SHOPS PRODUCTS ROWS]

Starts `naikkelas serve --demo` in a folder of its own, copies its shop a thousand times with two hundred products each
(rows of the database, pictures shared), and measures: storefronts, a product's page and its payment code, feeds and
sitemaps, each over many shops and under `hey` for one; then the import of an order file of 100,000 rows: how long, and
how much memory beside one of a tenth. Needs `hey` (Debian package of that name); without it only the first half of the
pages is measured, aloud. Prints Markdown.
"""

import os
import random
import re
import shutil
import sqlite3
import sys
import time
import urllib.parse
import urllib.request

import served
from served import HOME, Browser, growing_ids, peak, rows, start, stop

program, work = sys.argv[1:3]
SHOPS, PRODUCTS, ROWS = (int(text) for text in (sys.argv[3:6] + ["1000", "200", "100000"][len(sys.argv[3:6]):]))
OWNER, PASSWORD = "081200000101", "naik-kelas-malang"
HEADING = "No. Pesanan,Status Pesanan,Waktu Pesanan Dibuat,Nama Produk,Nomor Referensi SKU,Nama Variasi,Jumlah,Returned quantity,Total Harga Produk"
# How many products a shop adds at a time.
TOGETHER = 10
chance = random.Random(7)


def upload(browser, path, field, name, content):
    """Sends a file as a form does; where it led to, and what stood there."""
    part = f'--B\r\nContent-Disposition: form-data; name="csrf"\r\n\r\n{browser.csrf}\r\n--B\r\nContent-Disposition: form-data; name="{field}"; filename="{name}"\r\n\r\n'
    body = part.encode() + content + b"\r\n--B--\r\n"
    return browser.ask(path, body, {"Content-Type": "multipart/form-data; boundary=B"})


def settled(browser):
    """Waits until the demonstration's kits are made."""
    browser.open("/")
    browser.open("/masuk")
    browser.open("/masuk", {"kontak": OWNER, "sandi": PASSWORD})
    products = browser.open("/produk")
    for product in set(re.findall(r"/produk/([0-9a-f-]{36})/kit", products)):
        for _ in range(600):
            if 'data-jalan="ya"' not in browser.open(f"/produk/{product}/kit"):
                break
            time.sleep(1)


def fill(file):
    """Copies the demonstration's shop: its storefront, and a product with its kit's pictures."""
    db = sqlite3.connect(file)
    db.row_factory = sqlite3.Row
    db.execute("PRAGMA synchronous = OFF")
    one = lambda text, *values: dict(db.execute(text, values).fetchone())
    front = one("SELECT * FROM storefront ORDER BY updated_at LIMIT 1")
    shop = one("SELECT * FROM shop WHERE id = ?", front["shop_id"])
    shelf = one("SELECT * FROM shelf WHERE shop_id = ? LIMIT 1", shop["id"])
    product = one("SELECT * FROM product WHERE id = ?", shelf["product_id"])
    kits = [dict(row) for row in db.execute("SELECT * FROM kit WHERE product_id = ? AND id = ?", (product["id"], product["kit_id"]))]
    files = [
        dict(row)
        for kit in kits
        for row in db.execute("SELECT * FROM kit_file WHERE kit_id = ? AND path LIKE 'photos/%.jpg'", (kit["id"],))
    ]

    def add(table, all_rows):
        if all_rows:
            names = list(all_rows[0])
            marks = ", ".join("?" * len(names))
            db.executemany(f"INSERT INTO {table} ({', '.join(names)}) VALUES ({marks})", [tuple(row[n] for n in names) for row in all_rows])

    fresh = growing_ids().__next__
    shops = [fresh() for _ in range(SHOPS)]
    for number, id in enumerate(shops):
        add("shop", [{**shop, "id": id, "name": f"Toko Uji {number}"}])
        add("storefront", [{**front, "shop_id": id, "slug": f"toko-uji-{number}", "open": 1, "withdrawn_at": None}])
    # Shops add their products some at a time, beside each other.
    for first in range(0, PRODUCTS, TOGETHER):
        for number, id in enumerate(shops):
            made = {name: [] for name in ("product", "shelf", "kit", "kit_file")}
            for place in range(first, min(first + TOGETHER, PRODUCTS)):
                name = f"Keripik Uji {number} {place}"
                of, kit_id = fresh(), fresh()
                facts = product["facts"].replace(product["name"], name)
                made["product"].append({**product, "id": of, "shop_id": id, "name": name, "facts": facts, "kit_id": kit_id if kits else None})
                made["shelf"].append({**shelf, "product_id": of, "shop_id": id, "slug": f"keripik-{place}", "position": place})
                for kit in kits:
                    made["kit"].append({**kit, "id": kit_id, "product_id": of})
                    made["kit_file"].extend({**row, "kit_id": kit_id} for row in files)
            for table, all_rows in made.items():
                add(table, all_rows)
        db.commit()
    counts = [db.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in ("storefront", "product", "kit_file")]
    db.close()
    return counts


def page(path):
    before = time.perf_counter()
    answer = urllib.request.urlopen(HOME + path)
    size = len(answer.read())
    assert answer.status == 200, path
    return (time.perf_counter() - before) * 1000, size


def many(path, times=400):
    """p50 and p99 in ms over so many shops, one request after the other, none asked for twice; and the size."""
    shops = chance.sample(range(SHOPS), min(times, SHOPS))
    seen = [page(path.format(shop=shop, product=chance.randrange(PRODUCTS))) for shop in shops]
    took = sorted(ms for ms, _ in seen)
    return took[len(took) // 2], took[min(len(took) - 1, int(len(took) * 0.99))], seen[0][1]


def hey(path, seconds=10, workers=2):
    """Requests a second as fast as it goes, p50 and p99 in ms; every answer has to be one."""
    rate, p50, p99, codes = served.hey(HOME + path, seconds, workers=workers)
    assert not any(code[0] in "345" for code in codes), codes
    return rate, p50, p99


def forget_peak(pid):
    with open(f"/proc/{pid}/clear_refs", "w") as file:
        file.write("5")


def orders(count, first):
    lines = [HEADING]
    for n in range(count):
        lines.append(
            f"25{first + n:09},Selesai,2026-{n % 10 + 1:02}-{n % 27 + 1:02} {n % 24:02}:{n % 60:02},Keripik Tempe {n % 40},KT-{n % 40},"
            f"{'Balado' if n % 2 else 'Original'},{n % 5 + 1},0,{(n % 5 + 1) * 15000}"
        )
    return ("\n".join(lines) + "\n").encode()


shutil.rmtree(work, ignore_errors=True)
os.makedirs(work)
folder = os.path.join(work, "data")
print("| what | figure | aim |\n|---|---|---|")
browser = Browser()
server, _ = start(program, folder, "--demo")
settled(browser)
stop(server)
before = time.perf_counter()
shops, products, pictures = fill(os.path.join(folder, "naikkelas.db"))
rows(f"{shops} shops, {products} products, {pictures} pictures filled in", f"{time.perf_counter() - before:.0f} s", "")
server, _ = start(program, folder, "--demo")
pages = (
    (f"storefront of {PRODUCTS} products", "/toko/toko-uji-{shop}", "p99 30 ms"),
    ("a product's page", "/toko/toko-uji-{shop}/keripik-{product}", "p99 30 ms"),
    (f"Google's feed of {PRODUCTS} products", "/toko/toko-uji-{shop}/google.xml", "p99 100 ms"),
    (f"Meta's feed of {PRODUCTS} products", "/toko/toko-uji-{shop}/meta.csv", "p99 100 ms"),
    ("a shop's sitemap", "/toko/toko-uji-{shop}/sitemap.xml", ""),
)
for name, path, aim in pages:
    p50, p99, size = many(path)
    rows(f"{name}, {size / 1000:.0f} KB, {min(400, SHOPS)} shops one after the other", f"p50 {p50:.1f} ms, p99 {p99:.1f} ms", aim)
rows("sitemap of all shops", "{:.0f} ms, {:.0f} KB".format(*(lambda seen: (seen[0], seen[1] / 1000))(page("/sitemap.xml"))), "")
if shutil.which("hey"):
    for name, path, aim in pages[:3]:
        rate, p50, p99 = hey(path.format(shop=SHOPS // 2, product=PRODUCTS // 2))
        rows(f"{name}, two callers at once, as fast as it goes: {rate:.0f} requests/s", f"p50 {p50:.1f} ms, p99 {p99:.1f} ms", aim)
else:
    print("shop.py: SKIPPED: pages under load need hey (apt-get install hey)", file=sys.stderr)

browser = Browser()
browser.open("/masuk")
browser.open("/masuk", {"kontak": OWNER, "sandi": PASSWORD})
grown = []
for count, first, aim in ((max(1, ROWS // 10), 0, ""), (ROWS, 10**8, "20 s")):
    content = orders(count, first)
    forget_peak(server.pid)
    floor = peak(server.pid)
    browser.open("/jualan/impor")
    before = time.perf_counter()
    place, text = upload(browser, "/jualan/impor", "berkas", "pesanan.csv", content)
    shown = time.perf_counter() - before
    assert f"Simpan {count} penjualan" in text, text[:2000]
    browser.open(urllib.parse.urlparse(place).path + "/simpan", {})
    took = time.perf_counter() - before
    grown.append(peak(server.pid) - floor)
    rows(
        f"order file of {count} rows, {len(content) / 1e6:.1f} MB: uploaded and shown in {shown:.1f} s, then kept",
        f"{took:.1f} s, memory +{grown[-1]:.0f} MB",
        aim,
    )
rows(f"memory of {ROWS} rows beside {max(1, ROWS // 10)}", f"+{grown[1] - grown[0]:.0f} MB", "flat: no more than the file's bytes")
with sqlite3.connect(f"file:{folder}/naikkelas.db?mode=ro", uri=True) as db:
    kept = db.execute("SELECT count(*) FROM sale WHERE batch_id IS NOT NULL").fetchone()[0]
rows("sales in the book from both files", f"{kept}", f"{ROWS + max(1, ROWS // 10)}")
stop(server)
