"""Makes one training pair: a photo as it is, a render, or a cut subject on another ground."""

import cv2
import numpy as np

from . import figures, textures


def frame(rng, box, shape, size, loose):
    """A 3 x 3 map from the source to size x size that shows the box, perhaps cut, with perspective.

    `loose` is the wanted share of the frame's side that the box takes.
    """
    x0, y0, x1, y1 = box
    w, h = x1 - x0, y1 - y0
    aspect = np.exp(rng.normal(0, 0.22))
    scale = loose * size / max(w * aspect, h)
    a = rng.normal(0, 0.12) if rng.random() < 0.8 else rng.uniform(-3.14, 3.14)
    turn = np.array([[np.cos(a), -np.sin(a), 0], [np.sin(a), np.cos(a), 0], [0, 0, 1]])
    flip = -1.0 if rng.random() < 0.5 else 1.0
    middle = np.array([[1, 0, -(x0 + x1) / 2], [0, 1, -(y0 + y1) / 2], [0, 0, 1]])
    zoom = np.diag([scale * aspect * flip, scale, 1.0])
    slack = max(0.0, 1 - loose)
    sway = rng.normal(0, 0.5, 2) if rng.random() < 0.6 else rng.uniform(-1, 1, 2)
    place = np.array([[1, 0, size * (0.5 + 0.5 * slack * np.clip(sway[0], -1, 1))], [0, 1, size * (0.5 + 0.5 * slack * np.clip(sway[1], -1, 1))], [0, 0, 1]])
    tilt = np.eye(3)
    tilt[2, :2] = rng.normal(0, 0.12 / size, 2)
    return place @ tilt @ turn @ zoom @ middle


def warp(data, matrix, size, border=cv2.BORDER_CONSTANT):
    """Warps with enough smoothing before strong reduction."""
    factor = np.sqrt(abs(np.linalg.det(matrix[:2, :2])))
    if factor < 0.6:
        k = 2 if factor > 0.3 else 4
        data = cv2.resize(data, (max(1, data.shape[1] // k), max(1, data.shape[0] // k)), interpolation=cv2.INTER_AREA)
        matrix = matrix @ np.diag([k, k, 1.0])
    return cv2.warpPerspective(data, matrix, (size, size), flags=cv2.INTER_LINEAR, borderMode=border)


def whole(rng, cut, size):
    """A photo or render with its own ground, cropped so that the frame stays inside where it can."""
    h, w = cut.picture.shape[:2]
    x0, y0, x1, y1 = cut.box
    if rng.random() < 0.35:
        left, top, right, bottom = 0, 0, w, h
    else:
        left, right = rng.uniform(0, x0 + 0.25 * (x1 - x0) * (rng.random() < 0.3)), rng.uniform(x1 - 0.25 * (x1 - x0) * (rng.random() < 0.3), w)
        top, bottom = rng.uniform(0, y0 + 0.4 * (y1 - y0) * (rng.random() < 0.3)), rng.uniform(y1 - 0.4 * (y1 - y0) * (rng.random() < 0.4), h)
    sx, sy = size / max(right - left, 8), size / max(bottom - top, 8)
    flip = rng.random() < 0.5
    matrix = np.array([[-sx if flip else sx, 0, sx * right if flip else -sx * left], [0, sy, -sy * top], [0, 0, 1]])
    a, tilt = rng.normal(0, 0.05), np.eye(3)
    tilt[2, :2] = rng.normal(0, 0.08 / size, 2)
    c = size / 2
    turn = np.array([[np.cos(a), -np.sin(a), c - c * np.cos(a) + c * np.sin(a)], [np.sin(a), np.cos(a), c - c * np.sin(a) - c * np.cos(a)], [0, 0, 1]])
    matrix = turn @ tilt @ matrix
    return warp(cut.picture, matrix, size, cv2.BORDER_REFLECT_101).astype(np.float32), warp(cut.mask, matrix, size, cv2.BORDER_REPLICATE).astype(np.float32) / 255


def clean(picture, mask):
    """Carries sure colours out over the rim, so that no old ground shines through."""
    sure = (mask > 240).astype(np.float32)
    blurred = cv2.GaussianBlur(picture.astype(np.float32) * sure[..., None], (0, 0), 2)
    weight = cv2.GaussianBlur(sure, (0, 0), 2)[..., None]
    keep = sure[..., None]
    return picture * keep + (1 - keep) * blurred / np.maximum(weight, 1e-3)


def shadow(rng, alpha, size):
    """Darkness 0..1 cast by the subject: offset, squeezed to the foot, blurred."""
    dark = np.zeros_like(alpha)
    for _ in range(int(rng.choice((1, 1, 2)))):
        dx, dy = rng.normal(0, 0.04, 2) * size
        if rng.random() < 0.35:
            rows = np.where(alpha.max(1) > 0.5)[0]
            foot = rows[-1] if len(rows) else size
            k = rng.uniform(-0.6, 0.6)
            squeeze = rng.uniform(0.15, 0.6)
            matrix = np.float32([[1, k, dx - k * foot], [0, squeeze, foot * (1 - squeeze)]])
        else:
            matrix = np.float32([[1, 0, dx], [0, 1, abs(dy)]])
        cast = cv2.warpAffine(alpha, matrix, (size, size))
        dark = np.maximum(dark, cv2.GaussianBlur(cast, (0, 0), float(size * rng.uniform(0.004, 0.06))))
    return dark * rng.uniform(0.1, 0.75)


class Composer:
    """Draws pairs from pools of cuts and grounds."""

    def __init__(self, photos, products, renders, grounds, use_renders=True, use_composites=True):
        self.photos, self.products, self.renders, self.photo_grounds = photos, products, renders, grounds
        self.use_renders, self.use_composites = use_renders, use_composites

    def ground(self, rng, size):
        """A ground from a photo, a render, or noise; returns float RGB."""
        roll = rng.random()
        pool = None
        if roll < 0.38 and self.photo_grounds:
            pool = self.photo_grounds
        elif roll < 0.55 and self.use_renders and len(self.renders.grounds) > 30:
            pool = self.renders.grounds
        if pool is None:
            return textures.ground(rng, size)
        source = pool[rng.integers(len(pool))]
        h, w = source.shape[:2]
        cw, ch = rng.uniform(0.4, 1) * w, rng.uniform(0.4, 1) * h
        left, top = rng.uniform(0, w - cw), rng.uniform(0, h - ch)
        flip = rng.random() < 0.5
        matrix = np.array([[(-1 if flip else 1) * size / cw, 0, size * (left + cw) / cw if flip else -size * left / cw], [0, size / ch, -size * top / ch], [0, 0, 1]])
        picture = warp(source, matrix, size, cv2.BORDER_REFLECT_101).astype(np.float32)
        if rng.random() < 0.45:
            picture = cv2.GaussianBlur(picture, (0, 0), float(rng.uniform(0.5, 5)))
        return picture

    def piece(self, rng, size, share):
        """A subject placed in the frame: (float RGB, alpha)."""
        roll = rng.random()
        if roll < 0.27:
            cut = self.photos[rng.integers(len(self.photos))]
        elif roll < 0.52 and self.products:
            cut = self.products[rng.integers(len(self.products))]
        elif roll < 0.75 and self.use_renders and len(self.renders.cuts) > 40:
            cut = self.renders.cuts[rng.integers(len(self.renders.cuts))]
        else:
            picture, alpha = figures.figure(rng, size, self.photo_grounds)
            matrix = frame(rng, (0.05 * size, 0.05 * size, 0.95 * size, 0.95 * size), picture.shape, size, share)
            return warp(picture.astype(np.float32), matrix, size, cv2.BORDER_REPLICATE), warp(alpha, matrix, size)
        matrix = frame(rng, cut.box, cut.picture.shape, size, share)
        picture, mask = warp(cut.picture, matrix, size, cv2.BORDER_REPLICATE), warp(cut.mask, matrix, size)
        return clean(picture, mask), mask.astype(np.float32) / 255

    def paste(self, rng, picture, piece, alpha, size):
        """Puts a piece on a ground with shadow, light and rim that fit."""
        if rng.random() < 0.75:
            picture = picture * (1 - shadow(rng, alpha, size))[..., None]
        inside = alpha > 0.5
        if rng.random() < 0.6 and inside.any():
            # Light of the place: part of the way towards the ground's mean and colour.
            there, here = picture.reshape(-1, 3).mean(0) + 8, piece[inside].mean(0) + 8
            piece = piece * (there / here) ** rng.uniform(0, 0.5)
        soft = rng.choice((0.0, 0.6, 1.2))
        if soft:
            alpha = cv2.GaussianBlur(alpha, (0, 0), soft)
        return picture * (1 - alpha[..., None]) + np.clip(piece, 0, 255) * alpha[..., None], alpha

    def composite(self, rng, size):
        picture = self.ground(rng, size)
        share = rng.uniform(0.3, 1.0) if rng.random() < 0.8 else rng.uniform(0.95, 1.4)
        if rng.random() < 0.12:
            share = rng.uniform(0.15, 0.35)
        piece, alpha = self.piece(rng, size, share)
        if rng.random() < 0.3:
            # Things of the background: small, mostly at the border, out of focus now and then.
            for _ in range(int(rng.integers(1, 4))):
                other, beta = self.piece(rng, size, share * rng.uniform(0.1, 0.4))
                away = np.float32([[1, 0, rng.choice((-1, 1)) * rng.uniform(0.25, 0.5) * size], [0, 1, rng.uniform(-0.5, 0.5) * size]])
                other, beta = cv2.warpAffine(other, away, (size, size)), cv2.warpAffine(beta, away, (size, size))
                picture, _ = self.paste(rng, picture, other, beta, size)
            if rng.random() < 0.5:
                picture = cv2.GaussianBlur(picture, (0, 0), float(rng.uniform(0.8, 4)))
        picture, truth = self.paste(rng, picture, piece, alpha, size)
        if rng.random() < 0.2:
            # A subject of several parts.
            second, beta = self.piece(rng, size, share * rng.uniform(0.5, 1.0))
            picture, beta = self.paste(rng, picture, second, beta, size)
            truth = np.maximum(truth, beta)
        return picture, truth

    def pair(self, rng, size):
        """One pair: (size x size x 3 uint8, size x size float 0..1)."""
        for _ in range(8):
            roll = rng.random()
            if roll < 0.22 or not self.use_composites and roll < 0.5:
                picture, truth = whole(rng, self.photos[rng.integers(len(self.photos))], size)
            elif (roll < 0.28 or not self.use_composites and roll < 0.65) and self.products:
                picture, truth = whole(rng, self.products[rng.integers(len(self.products))], size)
            elif (roll < 0.82 or not self.use_composites) and self.use_renders and len(self.renders.cuts) > 40:
                picture, truth = whole(rng, self.renders.cuts[rng.integers(len(self.renders.cuts))], size)
            elif self.use_composites:
                picture, truth = self.composite(rng, size)
            else:
                picture, truth = whole(rng, self.photos[rng.integers(len(self.photos))], size)
            if 0.01 < truth.mean() < 0.92:
                break
        return augment(rng, picture), truth


def augment(rng, picture):
    """What a phone, its user and a messenger do to a picture."""
    picture = picture / 255
    if rng.random() < 0.5:
        picture = picture * np.exp(rng.normal(0, 0.15, 3))
    if rng.random() < 0.6:
        picture = picture * np.exp(np.clip(rng.normal(0, 0.25), -0.5, 0.35))
    picture = np.clip(picture, 0, 1).astype(np.float32)
    if rng.random() < 0.5:
        picture = picture ** np.float32(np.exp(np.clip(rng.normal(0, 0.3), -0.5, 0.5)))
    roll = rng.random()
    grey = picture.mean(2, keepdims=True)
    if roll < 0.06:
        picture = np.repeat(grey, 3, 2) * np.float32(rng.uniform(0.8, 1.05, 3))
    elif roll < 0.5:
        picture = grey + (picture - grey) * np.float32(rng.uniform(0.3, 1.5))
    if rng.random() < 0.2:
        middle = picture.mean()
        picture = middle + (picture - middle) * np.float32(rng.uniform(0.4, 1.4))
    if rng.random() < 0.25:
        picture = cv2.GaussianBlur(picture, (0, 0), float(rng.uniform(0.4, 1.6)))
    if rng.random() < 0.35:
        picture = picture + rng.normal(0, 0.05 * rng.random() ** 2, picture.shape).astype(np.float32)
    picture = np.uint8(np.clip(picture, 0, 1) * 255 + 0.5)
    if rng.random() < 0.5:
        _, code = cv2.imencode(".jpg", picture, [cv2.IMWRITE_JPEG_QUALITY, int(rng.integers(25, 95))])
        picture = cv2.imdecode(code, cv2.IMREAD_COLOR)
    return picture
