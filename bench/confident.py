#!/usr/bin/env python3
"""What the cut-out says of itself against the truth.

    confident.py DATA OUT       DATA holds manifest.tsv and dev/, OUT the masks and dev/SET.jsonl of our command

Prints two tables: per set, how many were called confident and their mean intersection over union (alpha 0.5);
and over all, what was said against what was found.
"""

import collections
import csv
import json
import os
import sys

import cv2
import numpy as np


def overlap(predicted, truth, kind):
    known = np.ones(truth.shape, bool) if kind == "alpha" else truth != 128
    there = truth >= 128 if kind == "alpha" else truth > 128
    said = predicted >= 128
    union = ((said | there) & known).sum()
    return (said & there & known).sum() / union if union else 1.0


def rows(data, out):
    """(set, confidence, called confident, IoU) of every photo of dev that was cut."""
    said = {}
    for name in os.listdir(f"{out}/dev"):
        if name.endswith(".jsonl"):
            for line in open(f"{out}/dev/{name}"):
                row = json.loads(line)
                if "confidence" in row:
                    said[(name[:-6], os.path.basename(row["file"]))] = row
    for row in csv.DictReader(open(f"{data}/manifest.tsv"), delimiter="\t"):
        key = (row["set"], os.path.basename(row["file"]))
        if row["split"] != "dev" or key not in said:
            continue
        stem = os.path.splitext(row["file"])[0]
        truth = cv2.imread(f"{data}/{row.get('mask') or stem + '.mask.png'}", cv2.IMREAD_GRAYSCALE)
        predicted = cv2.imread(f"{out}/{stem}.png", cv2.IMREAD_GRAYSCALE)
        if truth is None or predicted is None or truth.shape != predicted.shape:
            continue
        word = said[key]
        yield key[0], float(word["confidence"]), bool(word["confident"]), overlap(predicted, truth, row.get("kind", ""))


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    found = list(rows(*sys.argv[1:]))
    groups = collections.defaultdict(list)
    for row in found:
        groups[row[0]].append(row)
    print("\n| set | n | called confident | mean IoU of these |\n|---|---|---|---|")
    for name, group in sorted(groups.items()):
        sure = [row[3] for row in group if row[2]]
        print(f"| {name} | {len(group)} | {len(sure)} | {np.mean(sure):.3f} |" if sure else f"| {name} | {len(group)} | 0 | |")
    print("\n| said | n | mean said | mean IoU |\n|---|---|---|---|")
    edges = [0, 0.4, 0.6, 0.7, 0.8, 0.85, 0.9, 1.01]
    for low, high in zip(edges, edges[1:]):
        part = [row for row in found if low <= row[1] < high]
        if part:
            print(f"| {low:.2f} to {min(high, 1):.2f} | {len(part)} | {np.mean([r[1] for r in part]):.3f} | {np.mean([r[3] for r in part]):.3f} |")


if __name__ == "__main__":
    main()
