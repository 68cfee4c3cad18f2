"""Figures of the network alone on photos with true masks.

    python -m cutout_recipe evaluate CHECKPOINT|FILE.onnx --data FOLDER [--side 320] [--mirror] [--out DIR]

FOLDER holds `manifest.tsv` (columns file, mask, set, split, kind) beside the pictures. The mean
IoU at 0.5, and the share of pictures under IoU 0.5, are printed per set. With --out the
probabilities are written as grey PNG files at the size of the photo.
"""

import csv
from pathlib import Path

import cv2
import numpy as np


def predictor(path, side):
    """A function from RGB uint8 to probability at side x side."""
    if str(path).endswith(".onnx"):
        import onnxruntime

        from .network import DEVIATION, MEAN

        mean, deviation = (np.array(v, np.float32).reshape(1, 3, 1, 1) for v in (MEAN, DEVIATION))
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
        name = session.get_inputs()[0].name
        return lambda x: session.run(None, {name: (x - mean) / deviation})[0][0, 0]
    import torch

    from .network import Cutout, Shipped

    network = Cutout()
    network.load_state_dict(torch.load(path, map_location="cpu", weights_only=False)["average"])
    shipped = Shipped(network).eval()

    def run(x):
        with torch.inference_mode():
            return shipped(torch.from_numpy(x))[0, 0].numpy()

    return run


def squeeze(picture, side):
    """The network's input: the whole photo, squeezed to a square, 1 x 3 x side x side, 0..1."""
    small = cv2.resize(picture, (side, side), interpolation=cv2.INTER_AREA)
    return np.ascontiguousarray(small.transpose(2, 0, 1)[None], np.float32) / 255


def rows(data, split="dev"):
    with open(Path(data) / "manifest.tsv", newline="") as file:
        return [row for row in csv.DictReader(file, delimiter="\t") if row["split"] == split]


def load(data, side, split="dev"):
    """Inputs and truths at the network's size, for quick checks during training."""
    made = []
    for row in rows(data, split):
        picture = cv2.imread(str(Path(data) / row["file"]))[:, :, ::-1]
        truth = cv2.imread(str(Path(data) / row["mask"]), 0)
        made.append((row["set"], squeeze(picture, side), cv2.resize(truth, (side, side), interpolation=cv2.INTER_NEAREST), row["kind"]))
    return made


def iou(chance, truth, kind):
    known = np.ones(truth.shape, bool) if kind == "alpha" else truth != 128
    wanted, guess = truth > 127, chance >= 0.5
    either = ((wanted | guess) & known).sum()
    return (wanted & guess & known).sum() / either if either else 1.0


def table(results):
    """{set: (mean IoU, share under 0.5, count)} with the mean over all under `all`."""
    sets = {}
    for name, value in results:
        sets.setdefault(name, []).append(value)
        sets.setdefault("all", []).append(value)
    return {name: (float(np.mean(v)), float(np.mean(np.array(v) < 0.5)), len(v)) for name, v in sorted(sets.items())}


def show(figures):
    return " ".join(f"{name} {mean:.3f}/{100 * bad:.0f}%" for name, (mean, bad, _) in figures.items())


def main(path, data, side=320, out=None, split="dev", mirror=False):
    run, results = predictor(path, side), []
    for row in rows(data, split):
        picture = cv2.imread(str(Path(data) / row["file"]))[:, :, ::-1]
        truth = cv2.imread(str(Path(data) / row["mask"]), 0)
        small = squeeze(picture, side)
        chance = run(small)
        if mirror:
            chance = (chance + run(np.ascontiguousarray(small[..., ::-1]))[:, ::-1]) / 2
        chance = cv2.resize(chance, truth.shape[::-1], interpolation=cv2.INTER_LINEAR)
        results.append((row["set"], iou(chance, truth, row["kind"])))
        if out:
            target = Path(out) / Path(row["file"]).with_suffix(".png")
            target.parent.mkdir(parents=True, exist_ok=True)
            cv2.imwrite(str(target), np.uint8(np.clip(chance, 0, 1) * 255 + 0.5))
    print(show(table(results)))
    return results
