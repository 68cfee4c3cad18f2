"""A server under measure: starting it, browsing it, and what it takes. Shared by the benchmarks of the platform."""

import http.cookiejar
import itertools
import os
import re
import subprocess
import sys
import time
import urllib.parse
import urllib.request

PORT = int(os.environ.get("BENCH_PORT", "8790"))
HOME = f"http://127.0.0.1:{PORT}"


def rows(*cells):
    print("| " + " | ".join(str(cell) for cell in cells) + " |")


def memory(pid):
    with open(f"/proc/{pid}/smaps_rollup") as lines:
        return next(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1000


def peak(pid):
    with open(f"/proc/{pid}/status") as lines:
        return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM:")) / 1000


FIRST_ID = 0x0190_0000_0000_7000_8000_0000_0000_0000


def growing_ids():
    """Ids that grow with time, as those of the program do."""
    return (number.to_bytes(16, "big") for number in itertools.count(FIRST_ID))


class Browser:
    """Cookies, and the token of the last page."""

    def __init__(self):
        self.jar = http.cookiejar.CookieJar()
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.jar))
        self.csrf = ""

    def open(self, path, fields=None, headers=None):
        data = urllib.parse.urlencode({"csrf": self.csrf, **fields}, doseq=True).encode() if fields is not None else None
        return self.ask(path, data, headers or {})[1]

    def ask(self, path, data, headers):
        """Where a request led to, and what stood there."""
        answer = self.opener.open(urllib.request.Request(HOME + path, data, headers), timeout=600)
        text = answer.read().decode("utf-8", "replace")
        found = re.search(r'name="csrf" content="([^"]+)"', text)
        if found:
            self.csrf = found.group(1)
        return answer.geturl(), text

    def cookie(self):
        return "; ".join(f"{c.name}={c.value}" for c in self.jar)


def hey(url, seconds, rate=0, workers=10, headers=(), method="GET", body=None, kind=None):
    """Requests a second, p50, p99 in ms, and what was answered."""
    command = ["hey", "-z", f"{seconds}s", "-c", str(workers), "-m", method, "-t", "20"]
    if rate:
        command += ["-q", str(rate / workers)]
    for header in headers:
        command += ["-H", header]
    if body is not None:
        command += ["-d", body, "-T", kind]
    text = subprocess.run(command + [url], capture_output=True, text=True, check=True).stdout
    number = lambda pattern: float((re.search(pattern, text) or [0, "nan"])[1])
    codes = dict(re.findall(r"\[(\d+)\]\s+(\d+) responses", text))
    return (
        number(r"Requests/sec:\s+([\d.]+)"),
        number(r"50% in ([\d.]+)") * 1000,
        number(r"99% in ([\d.]+)") * 1000,
        codes,
    )


def start(program, folder, *more):
    """Starts the server on a folder; with how many milliseconds passed until it answered."""
    environment = dict(os.environ, NAIKKELAS_SERVER__LIMITS="false", NAIKKELAS_SERVER__ADDRESS="127.0.0.1")
    before = time.perf_counter()
    server = subprocess.Popen(
        [program, "serve", "--data", folder, "--port", str(PORT), *more],
        env=environment,
        stderr=subprocess.DEVNULL,
    )
    while True:
        try:
            urllib.request.urlopen(HOME + "/healthz")
            return server, (time.perf_counter() - before) * 1000
        except OSError:
            if server.poll() is not None:
                sys.exit("the server does not start")
            time.sleep(0.005)


def stop(server):
    server.terminate()
    server.wait()
