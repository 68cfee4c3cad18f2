"""Free figures: blobs, polygons and compounds with any filling, shaded as if round.

They teach figure and ground without any class of thing.
"""

import cv2
import numpy as np

from . import textures


def outline(rng, side):
    """A closed outline about the middle, as integer points."""
    count = int(rng.integers(3, 9)) if rng.random() < 0.4 else 48
    angle = np.linspace(0, 2 * np.pi, count, endpoint=False) + rng.uniform(0, 6.3)
    radius = np.full(count, 1.0)
    if count < 10:
        radius *= rng.uniform(0.6, 1.0, count)
    else:
        for lobe in range(1, 7):
            radius += rng.normal(0, 0.5 / (lobe + 1)) * np.cos(lobe * angle + rng.uniform(0, 6.3))
        radius = np.clip(radius, 0.15, None)
        if rng.random() < 0.3:
            radius = np.minimum(1 / np.maximum(np.abs(np.cos(angle)), 1e-3), 1 / np.maximum(np.abs(np.sin(angle)), 1e-3))
    points = np.stack((np.cos(angle), np.sin(angle) * rng.uniform(0.25, 1.0)), 1) * radius[:, None]
    turn = rng.uniform(0, 6.3)
    points = points @ np.array([[np.cos(turn), -np.sin(turn)], [np.sin(turn), np.cos(turn)]])
    points *= 0.42 * side / np.abs(points).max()
    return points


def silhouette(rng, side):
    """One to five outlines together, perhaps mirrored, with limbs or holes."""
    mask = np.zeros((side, side), np.uint8)
    for number in range(int(rng.choice((1, 1, 2, 3, 5)))):
        points = outline(rng, side) * (1 if number == 0 else rng.uniform(0.2, 0.6))
        at = side / 2 + (0 if number == 0 else rng.uniform(-0.3, 0.3, 2) * side)
        cv2.fillPoly(mask, [np.int32((points + at) * 8)], 255, cv2.LINE_AA, 3)
    for _ in range(int(rng.choice((0, 0, 2, 5)))):
        ends = np.int32(side / 2 + rng.uniform(-0.45, 0.45, (2, 2)) * side)
        start = np.int32(side / 2 + rng.uniform(-0.1, 0.1, 2) * side)
        cv2.line(mask, tuple(map(int, start)), tuple(map(int, ends[0])), 255, int(rng.integers(2, side // 12)), cv2.LINE_AA)
    if rng.random() < 0.12:
        points = outline(rng, side) * rng.uniform(0.3, 0.6) + side / 2
        cv2.fillPoly(mask, [np.int32(points * 8)], 0, cv2.LINE_AA, 3)
    if rng.random() < 0.35:
        mask = np.maximum(mask, mask[:, ::-1])
    return mask


def filling(rng, side, photos):
    """A texture of noise or a piece of a photo."""
    if photos and rng.random() < 0.45:
        photo = photos[rng.integers(len(photos))]
        h, w = photo.shape[:2]
        size = int(min(h, w) * rng.uniform(0.15, 0.9))
        y, x = rng.integers(0, h - size + 1), rng.integers(0, w - size + 1)
        return cv2.resize(photo[y : y + size, x : x + size], (side, side)).astype(np.float32)
    return textures.ground(rng, side)


def figure(rng, side, photos):
    """Returns (colour, 0..255 float RGB; alpha, 0..1)."""
    mask = silhouette(rng, side)
    picture = filling(rng, side, photos)
    labels = rng.integers(0, 3)
    for _ in range(labels):
        part = silhouette(rng, side).astype(np.float32)[..., None] / 255
        shift = np.float32([[rng.uniform(0.3, 0.8), 0, rng.uniform(0, 0.4) * side], [0, rng.uniform(0.3, 0.8), rng.uniform(0, 0.4) * side]])
        part = cv2.warpAffine(part, shift, (side, side))[..., None]
        picture = picture * (1 - part) + filling(rng, side, photos) * part
    if rng.random() < 0.75:
        depth = cv2.distanceTransform((mask > 127).astype(np.uint8), cv2.DIST_L2, 3)
        height = np.sqrt(np.minimum(depth, rng.uniform(0.03, 0.3) * side))
        height = cv2.GaussianBlur(height, (0, 0), side * 0.01)
        a = rng.uniform(0, 6.3)
        slope = np.cos(a) * cv2.Sobel(height, cv2.CV_32F, 1, 0) + np.sin(a) * cv2.Sobel(height, cv2.CV_32F, 0, 1)
        light = 1 + np.clip(slope * rng.uniform(0.05, 0.25), -0.65, 0.65)
        picture = picture * light[..., None]
        if rng.random() < 0.3:
            picture = picture + 200 * np.clip(light - 1.35, 0, 1)[..., None]
    return np.clip(picture, 0, 255), mask.astype(np.float32) / 255
