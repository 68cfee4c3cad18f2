#!/usr/bin/env python3
"""What the cut-out says of itself against the truth.

    confident.py DATA OUT [DIAGRAM.svg]     DATA holds manifest.tsv and dev/, OUT the masks and dev/SET.jsonl of our command

Prints two tables: per set, how many were called confident and their mean intersection over union (alpha 0.5);
and over all, what was said against what was found. The diagram shows the same: a point a photo, a disc a group.
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


EDGES = [0, 0.4, 0.6, 0.7, 0.8, 0.85, 0.9, 1.01]


def groups_of(found):
    """(low, high, rows) of each range of what was said that has photos."""
    for low, high in zip(EDGES, EDGES[1:]):
        part = [row for row in found if low <= row[1] < high]
        if part:
            yield low, high, part


def diagram(found, threshold):
    """Said across, found upwards, both 0 to 1; on the line both are the same."""
    side, left, top = 400, 56, 20

    def place(said, found):
        return f"{left + side * said:.1f}", f"{top + side * (1 - found):.1f}"

    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {left + side + 24} {top + side + 56}" font-family="sans-serif" font-size="13">',
        f'<rect width="{left + side + 24}" height="{top + side + 56}" fill="#fbf7ef"/>',
    ]
    for tenth in range(0, 11, 2):
        (x, y0), (x0, y) = place(tenth / 10, 0), place(0, tenth / 10)
        out.append(f'<path d="M{x} {top}V{y0}M{x0} {y}H{left + side}" stroke="#e4dccb" fill="none"/>')
        out.append(f'<text x="{x}" y="{top + side + 20}" text-anchor="middle">{tenth / 10:.1f}</text>')
        out.append(f'<text x="{left - 8}" y="{float(y) + 4:.1f}" text-anchor="end">{tenth / 10:.1f}</text>')
    (x0, y0), (x1, y1), (xt, _) = place(0, 0), place(1, 1), place(threshold, 0)
    out.append(f'<path d="M{x0} {y0}L{x1} {y1}" stroke="#7a7466" fill="none"/>')
    out.append(f'<path d="M{xt} {top}V{y0}" stroke="#b4431f" stroke-dasharray="4 4" fill="none"/>')
    for _, said, _, iou in sorted(found):
        x, y = place(said, iou)
        out.append(f'<circle cx="{x}" cy="{y}" r="2.5" fill="#7a7466" fill-opacity="0.35"/>')
    for _, _, part in groups_of(found):
        x, y = place(np.mean([row[1] for row in part]), np.mean([row[3] for row in part]))
        out.append(f'<circle cx="{x}" cy="{y}" r="{2.2 * len(part) ** 0.5:.1f}" fill="#1f5c4d" fill-opacity="0.75"/>')
    out.append(f'<text x="{left + side / 2:.0f}" y="{top + side + 44}" text-anchor="middle">said</text>')
    out.append(f'<text x="16" y="{top + side / 2:.0f}" text-anchor="middle" transform="rotate(-90 16 {top + side / 2:.0f})">found (IoU)</text>')
    return "\n".join(out) + "\n</svg>\n"


def main():
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    found = list(rows(*sys.argv[1:3]))
    if len(sys.argv) == 4:
        threshold = min((row[1] for row in found if row[2]), default=1.0)
        with open(sys.argv[3], "w", encoding="utf-8") as file:
            file.write(diagram(found, threshold))
    groups = collections.defaultdict(list)
    for row in found:
        groups[row[0]].append(row)
    print("\n| set | n | called confident | mean IoU of these |\n|---|---|---|---|")
    for name, group in sorted(groups.items()):
        sure = [row[3] for row in group if row[2]]
        print(f"| {name} | {len(group)} | {len(sure)} | {np.mean(sure):.3f} |" if sure else f"| {name} | {len(group)} | 0 | |")
    print("\n| said | n | mean said | mean IoU |\n|---|---|---|---|")
    for low, high, part in groups_of(found):
        print(f"| {low:.2f} to {min(high, 1):.2f} | {len(part)} | {np.mean([r[1] for r in part]):.3f} | {np.mean([r[3] for r in part]):.3f} |")


if __name__ == "__main__":
    main()
