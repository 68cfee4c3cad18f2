#!/usr/bin/env python3
"""A catalogue of as many products as told, in turns from the samples: catalogue.py COUNT >FILE.csv"""

import csv
import pathlib
import sys
import tomllib


def text(value):
    return ", ".join(value) if isinstance(value, list) else value


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    samples = pathlib.Path(__file__).resolve().parent.parent / "samples"
    shops = sorted(path.parent for path in samples.glob("*/facts.toml"))
    rows = []
    for number in range(int(sys.argv[1])):
        shop = shops[number % len(shops)]
        facts = tomllib.loads((shop / "facts.toml").read_text())
        row = {key: text(value) for key, value in facts["product"].items()}
        row["name"] = f"{row['name']} {number + 1:03}"
        row |= {"shop": facts["shop"]["name"], "city": facts["shop"]["city"], "whatsapp": facts["shop"]["whatsapp"]}
        photos = sorted(shop.glob("*.jpg"))
        row["photos"] = str(photos[number // len(shops) % len(photos)])
        rows.append(row)
    keys = list(dict.fromkeys(key for row in rows for key in row))
    table = csv.DictWriter(sys.stdout, keys, restval="")
    table.writeheader()
    table.writerows(rows)


if __name__ == "__main__":
    main()
