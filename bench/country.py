#!/usr/bin/env python3
"""A country in one cohort: 100,000 shops with a year of records, and what its pages cost.

    country.py NAIKKELAS WORK [SHOPS]

Starts `naikkelas serve --demo` once so that the tables are there, fills them by hand (sales of 52 weeks, evidence and
decisions of 26, six visits; some shops stop half-way), and measures over HTTP: the reckoning of Papan Kota, Papan Kota
and a mentor's Senin Pagi. Needs `hey`. Prints Markdown.
"""

import datetime
import os
import random
import shutil
import sqlite3
import subprocess
import sys
import time

from served import HOME, Browser, growing_ids, hey, memory, peak, rows, start, stop

program, work = sys.argv[1:3]
SHOPS = int(sys.argv[3]) if len(sys.argv) > 3 else 100_000
PASSWORD = "naik-kelas-malang"
RUNNING = "Sedang dihitung"
EACH = 182  # 30,000 shops and 165 mentors, as in one national year
AREA = "35.73"
today = datetime.date.today()
monday = today - datetime.timedelta(days=today.weekday())
begin = monday - datetime.timedelta(weeks=25)
now = int(time.time() * 1000)
chance = random.Random(7)

new = growing_ids().__next__


def fill(path):
    db = sqlite3.connect(path, isolation_level=None)
    db.executescript("PRAGMA synchronous=OFF; PRAGMA foreign_keys=OFF; PRAGMA cache_size=-400000;")
    tables = ("sale", "evidence", "event", "visit", "consent", "enrolment")
    indexes = [
        row for table in tables
        for row in db.execute("SELECT name, sql FROM sqlite_master WHERE type='index' AND sql IS NOT NULL AND tbl_name=?", (table,))
    ]
    for name, _ in indexes:
        db.execute(f'DROP INDEX "{name}"')
    secret = db.execute("SELECT password FROM person WHERE password IS NOT NULL LIMIT 1").fetchone()[0]
    themes = db.execute("SELECT themes FROM plan LIMIT 1").fetchone()[0]
    office, offer, cohort = new(), new(), new()
    db.execute("BEGIN")
    db.execute("INSERT INTO organisation VALUES (?,?,?,?)", (office, "Negeri Uji", AREA, now))
    db.execute("INSERT INTO programme VALUES (?,?,?,?,?)", (offer, office, "Negeri Uji", AREA, now))
    db.execute("INSERT INTO plan VALUES (?,1,?,NULL,NULL,'')", (offer, themes))
    days = [str(begin - datetime.timedelta(days=n)) for n in (40, 10)]
    db.execute(
        "INSERT INTO cohort (id, programme_id, start, opens, closes, places, lottery, plan, draw, revision, created_at) VALUES (?,?,?,?,?,?,0,1,NULL,0,?)",
        (cohort, offer, str(begin), *days, SHOPS, now),
    )
    person = "INSERT INTO person VALUES (?,?,?,?,?,?,'id',?,0,NULL,?,0)"
    mentors = [new() for _ in range(-(-SHOPS // EACH))]
    for number, mentor in enumerate(mentors):
        db.execute(person, (mentor, f"Pendamping {number}", f"p{number}@uji.id", "email", "mentor", AREA, secret, now))
        db.execute("INSERT INTO cohort_mentor VALUES (?,?)", (cohort, mentor))
    batch = {}

    def add(statement, row):
        batch.setdefault(statement, []).append(row)

    for number in range(SHOPS):
        shop, owner, mentor = new(), new(), mentors[number // EACH]
        add(person, (owner, f"Pemilik {number}", f"62813{number:08d}", "phone", "owner", AREA, None, now))
        add("INSERT INTO shop VALUES (?,?,?,?,0)", (shop, f"Warung {number}", AREA, now - 400 * 86_400_000))
        add("INSERT INTO post VALUES (?,?,'owner',?)", (shop, owner, now))
        for purpose in ("service", "mentoring", "statistics"):
            add("INSERT INTO consent VALUES (?,?,?,1,1,?)", (new(), owner, purpose, now))
        add("INSERT INTO mentoring VALUES (?,?,?)", (mentor, shop, now - 180 * 86_400_000))
        add(
            "INSERT INTO enrolment VALUES (?,?,?,?,?,'enrolled',?,?,0)",
            (new(), cohort, shop, f"NK{number:07d}", str(begin - datetime.timedelta(days=20)), number + 1, mentor),
        )
        lasts = chance.choice((8, 16, 26, 26, 26))

        def event(day, actor, what, evidence=None, level=None):
            add("INSERT INTO event VALUES (?,?,?,?,?,?,?,'',?)", (new(), shop, str(day), actor, what, evidence, level, now))

        def show(kind, day, subject="", place="", units=0, amount=None, accepted=True):
            one, on = new(), begin + datetime.timedelta(days=day)
            add(
                "INSERT INTO evidence VALUES (?,?,?,?,?,?,?,?,?,NULL,NULL,NULL,?)",
                (one, shop, kind, str(on), owner, subject, place, units, amount, now),
            )
            event(on, owner, "sent", one)
            if accepted:
                event(on + datetime.timedelta(days=1), mentor, "accepted", one)

        show("baseline", 1, amount=3_000_000 + 1_000 * (number % 977))
        show("consent", 1)
        event(begin + datetime.timedelta(days=3), mentor, "checked", None, 0)
        show("permit", 12, f"02203{number:08d}", "nib")
        show("price_calculation", 19)
        for _ in range(3):
            show("photo", 26)
        for week in range(lasts):
            show("sales_record", week * 7 + 5 if week < 25 else 25 * 7, amount=900_000 + 20_000 * week, accepted=week < 24)
        event(begin + datetime.timedelta(days=34), mentor, "checked", None, 1)
        if number % 5 < 2:
            for week in range(5, min(lasts, 25)):
                show("post", week * 7 + 2, place=("instagram", "whatsapp")[week % 2])
        for week in range(52 if lasts == 26 else 26 + lasts):
            sold = monday - datetime.timedelta(weeks=51 - week)
            one = new()
            add(
                "INSERT INTO sale (id, shop_id, product_id, product, channel, day, hour, amount, quantity, key, batch_id, created_at) VALUES (?,?,NULL,?,?,?,?,?,?,?,NULL,?)",
                (one, shop, "Keripik", ("counter", "whatsapp", "shopee")[week % 3], str(sold), 9, 250_000 + 5_000 * week, 4, one.hex(), now),
            )
        for turn in range(6):
            add(
                "INSERT INTO visit VALUES (?,?,?,?,?,'diagnosis','','',NULL,NULL,0,?)",
                (new(), shop, mentor, str(begin + datetime.timedelta(days=28 * turn + 3)), "done" if turn < 5 or number % 4 else "missed", now),
            )
        if number % 500 == 499 or number + 1 == SHOPS:
            for statement, values in batch.items():
                db.executemany(statement, values)
            batch.clear()
    db.execute("COMMIT")
    for _, sql in indexes:
        db.execute(sql)
    db.execute("ANALYZE")
    size = {table: db.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in tables}
    db.close()
    return "-".join(cohort.hex()[a:b] for a, b in ((0, 8), (8, 12), (12, 16), (16, 20), (20, 32))), size


shutil.rmtree(work, ignore_errors=True)
os.makedirs(work)
folder = os.path.join(work, "data")
server, _ = start(program, folder, "--demo")
stop(server)
before = time.perf_counter()
cohort, size = fill(os.path.join(folder, "naikkelas.db"))
print(f"filled in {time.perf_counter() - before:.0f} s: {size}", file=sys.stderr)
print("| what | figure | aim |\n|---|---|---|")
total = sum(os.path.getsize(os.path.join(folder, name)) for name in os.listdir(folder) if name.startswith("naikkelas.db"))
rows(f"{SHOPS:,} shops: sales {size['sale']:,}, evidence {size['evidence']:,}, decisions {size['event']:,}", f"{total / 1e9:.1f} GB", "")
server, answered = start(program, folder)
rows("start on it, until it answers", f"{answered:.0f} ms", "1 s")


def enter(contact):
    browser = Browser()
    browser.open("/")
    browser.open("/masuk", {"kontak": contact, "sandi": PASSWORD})
    return browser


def page(name, browser, path):
    first = time.perf_counter()
    browser.open(path)
    first = (time.perf_counter() - first) * 1000
    rate, p50, p99, codes = hey(HOME + path, 10, rate=20, workers=2, headers=[f"Cookie: {browser.cookie()}"])
    rows(f"{name}: {path.split('/')[1]}, {codes}", f"first {first:.0f} ms, p50 {p50:.1f} ms, p99 {p99:.1f} ms", "100 ms")


manager = enter("bagus@contoh.naikkelas.id")
page("Papan Kota before its first reckoning", manager, f"/papan/{cohort}")
mentor = enter("p1@uji.id")
page(f"Senin Pagi of a mentor with {EACH} shops, which nobody has reckoned", mentor, "/senin")


def reckon(name, path):
    """Has a cohort's numbers reckoned by the job, as by night, and waits for it."""
    began = time.perf_counter()
    manager.open(f"{path}/hitung", {})
    half = None
    while RUNNING in manager.open(path):
        if half is None and time.perf_counter() - began > 5:
            half = True
            page("Senin Pagi of another mentor beside it", enter("p2@uji.id"), "/senin")
        time.sleep(0.5)
    rows(name, f"{time.perf_counter() - began:.0f} s, memory of the server at most {peak(server.pid):.0f} MB", "")


reckon("reckoning of Papan Kota and of every shop's standing", f"/papan/{cohort}")
page("Papan Kota", manager, f"/papan/{cohort}")
page(f"Senin Pagi of a third mentor, reckoned by night", enter("p3@uji.id"), "/senin")
reckon("reckoning of Pertumbuhan", f"/pertumbuhan/{cohort}")
page("Pertumbuhan", manager, f"/pertumbuhan/{cohort}")
rows("memory of the server now", f"{memory(server.pid):.0f} MB", "")
stop(server)
