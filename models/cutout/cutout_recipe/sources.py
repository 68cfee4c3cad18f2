"""Loads pictures and masks once into memory, small, as 8-bit arrays."""

import pickle
from pathlib import Path

import cv2
import numpy as np

# Masks that the classical cut got wrong (checked by eye on a contact sheet).
ESHOP_REJECTED = set("3 6 12 20 22 30 35 36 41 43 45 46 47 53 58 62 66 67 70 72 73 76 79 82 84 86 87 89 92 93 95".split())
SIDE = 288


class Cut:
    """A picture with its subject's alpha, and where the subject lies."""

    def __init__(self, picture, mask, kind, tighten=0):
        self.picture, self.mask, self.kind = picture, mask, kind
        if tighten:
            self.mask = cv2.erode(mask, np.ones((2 * tighten + 1,) * 2, np.uint8))
        rows, columns = np.where(self.mask.max(1) > 60)[0], np.where(self.mask.max(0) > 60)[0]
        self.empty = len(rows) < 4 or len(columns) < 4
        if not self.empty:
            self.box = (columns[0], rows[0], columns[-1] + 1, rows[-1] + 1)


def read(path, grey=False):
    data = cv2.imread(str(path), cv2.IMREAD_GRAYSCALE if grey else cv2.IMREAD_COLOR)
    if data is None:
        raise ValueError(f"{path} cannot be read as a picture")
    return data if grey else data[:, :, ::-1]


def shrink(data, side=SIDE):
    h, w = data.shape[:2]
    k = side / max(h, w)
    return np.ascontiguousarray(data if k >= 1 else cv2.resize(data, (round(w * k), round(h * k)), interpolation=cv2.INTER_AREA))


def ccp(folder):
    """Street fashion: people with masks."""
    found = []
    for path in sorted(Path(folder).glob("*.jpg")):
        found.append(Cut(shrink(read(path)), shrink(read(path.with_suffix(".mask.png"), True)), "ccp", 0))
    return found


def eshop(folder, masks):
    """Products on plain grounds; masks by our classical cut."""
    found = []
    for path in sorted(Path(folder).glob("*.jpg")):
        mask = Path(masks) / f"{path.stem}.png"
        if path.stem in ESHOP_REJECTED or not mask.exists():
            continue
        alpha = cv2.imread(str(mask), cv2.IMREAD_UNCHANGED)
        alpha = alpha[..., -1] if alpha.ndim == 3 else alpha
        found.append(Cut(shrink(read(path)), shrink(alpha), "eshop", 0))
    return found


def cached(file, make):
    """What `make()` returned, kept in a file so that a resumed run starts at once."""
    file = Path(file)
    if file.exists():
        return pickle.loads(file.read_bytes())
    made = make()
    file.write_bytes(pickle.dumps(made, protocol=5))
    return made


class Renders:
    """The renders made so far; `refresh` picks up those that came since."""

    def __init__(self, folder):
        self.folder, self.known, self.cuts, self.grounds = Path(folder), set(), [], []

    def refresh(self):
        for record in sorted(self.folder.glob("*.json")):
            if record.stem in self.known:
                continue
            self.known.add(record.stem)
            picture = self.folder / f"{record.stem}.jpg"
            try:
                cut = Cut(shrink(read(picture)), shrink(read(self.folder / f"{record.stem}.mask.png", True)), "render")
                area = cut.mask.mean() / 255
                if not cut.empty and 0.01 < area < 0.9 and cut.picture.std() > 6:
                    self.cuts.append(cut)
                ground = self.folder / f"{record.stem}.ground.jpg"
                if ground.exists():
                    self.grounds.append(shrink(read(ground)))
            except ValueError:
                continue
        return len(self.cuts)


def without_subject(cut):
    """The ground of a photo: the subject covered by its neighbourhood, shifted sideways, then blended."""
    picture = cut.picture.copy()
    hole = cv2.dilate(cut.mask, np.ones((11, 11), np.uint8)) > 20
    w = picture.shape[1]
    shift = cut.box[2] - cut.box[0] + 12
    for step in (-shift, shift, -w // 2, w // 2, w // 3):
        x = np.arange(w) + step
        inside = (x >= 0) & (x < w)
        source = np.clip(x, 0, w - 1)
        usable = hole & inside[None, :] & ~hole[:, source]
        picture[usable] = picture[:, source][usable]
        hole = hole & ~usable
    if hole.any():
        small = cv2.inpaint(cv2.resize(picture, None, fx=0.25, fy=0.25), cv2.resize(hole.astype(np.uint8) * 255, None, fx=0.25, fy=0.25, interpolation=cv2.INTER_NEAREST), 3, cv2.INPAINT_TELEA)
        filled = cv2.resize(small, (w, picture.shape[0]), interpolation=cv2.INTER_CUBIC)
        picture[hole] = filled[hole]
    # Soft seams, or the silhouette would stay visible with the label "ground".
    whole = cv2.dilate(cut.mask, np.ones((9, 9), np.uint8)) > 20
    seam = cv2.morphologyEx(whole.astype(np.uint8), cv2.MORPH_GRADIENT, np.ones((9, 9), np.uint8)).astype(np.float32)
    seam = cv2.GaussianBlur(np.maximum(seam, 0.6 * whole), (0, 0), 4)[..., None]
    return np.uint8(picture * (1 - seam) + cv2.GaussianBlur(picture, (0, 0), 5) * seam)
