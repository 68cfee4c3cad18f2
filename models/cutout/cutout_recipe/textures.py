"""Grounds and fillings drawn with noise, for composites."""

import cv2
import numpy as np


def colour(rng):
    """A random colour, 0..255, RGB; greys and pale tints as often as full ones."""
    hue = np.uint8([[[rng.integers(180), int(255 * rng.random() ** 1.7), int(255 * rng.uniform(0.08, 1))]]])
    return cv2.cvtColor(hue, cv2.COLOR_HSV2RGB)[0, 0].astype(np.float32)


def noise(rng, side, cells_x, cells_y=None):
    """Smooth noise, 0..1, with about the given number of cells."""
    grid = rng.random((max(2, int(cells_y or cells_x)), max(2, int(cells_x)))).astype(np.float32)
    return cv2.resize(grid, (side, side), interpolation=cv2.INTER_CUBIC)


def fractal(rng, side, cells, octaves=4, stretch=1.0):
    total, weight = 0, 1.0
    for octave in range(octaves):
        n = min(side, cells * 2**octave)
        total = total + weight * noise(rng, side, n, min(side, max(2, n * stretch)))
        weight *= rng.uniform(0.4, 0.8)
    total = total - total.min()
    return total / max(total.max(), 1e-6)


def tinted(field, colours):
    """Maps a 0..1 field through a ramp of colours."""
    place = field * (len(colours) - 1)
    low = np.clip(place.astype(int), 0, len(colours) - 2)
    part = (place - low)[..., None]
    table = np.stack(colours)
    return table[low] * (1 - part) + table[low + 1] * part


def plain(rng, side):
    """Paper or wall: one colour, falling light, a horizon now and then, fine grain."""
    base = colour(rng)
    field = noise(rng, side, 2)
    picture = base * (1 + rng.uniform(0, 0.35) * (field[..., None] - 0.5) * 2)
    if rng.random() < 0.3:
        line = int(side * rng.uniform(0.25, 0.75))
        soft = np.clip((np.arange(side) - line) / rng.choice((1.0, 6.0, 30.0)) + 0.5, 0, 1)[:, None, None]
        picture = picture * (1 - soft) + soft * (base * rng.uniform(0.6, 1.3) if rng.random() < 0.7 else colour(rng))
    return picture + rng.normal(0, rng.uniform(0, 5), (side, side, 1))


def material(rng, side):
    """Wood, cloth, stone or grass: fractal noise of two to four tints, stretched for grain."""
    base = colour(rng)
    colours = [np.clip(base * rng.uniform(0.55, 1.35) + rng.normal(0, 12, 3), 0, 255) for _ in range(rng.integers(2, 5))]
    if rng.random() < 0.3:
        colours[rng.integers(len(colours))] = colour(rng)
    field = fractal(rng, side, int(rng.choice((2, 4, 8, 20, 48))), int(rng.integers(2, 6)), float(rng.choice((0.15, 1, 1, 5))))
    if rng.random() < 0.2:
        field = np.abs(np.sin(field * rng.uniform(6, 30)))
    return tinted(field, [c.astype(np.float32) for c in colours])


def tiles(rng, side):
    """Tiles, planks, checks and stripes, turned by a random angle."""
    y, x = np.mgrid[0:side, 0:side].astype(np.float32)
    a = rng.uniform(0, np.pi)
    u, v = x * np.cos(a) + y * np.sin(a), y * np.cos(a) - x * np.sin(a)
    w, h = side * rng.uniform(0.04, 0.4), side * rng.uniform(0.04, 0.4)
    first, second, gap = colour(rng), colour(rng), colour(rng)
    if rng.random() < 0.6:
        second = first * rng.uniform(0.85, 1.15)
    kind = rng.random()
    cell = np.floor(u / w) + (np.floor(v / h) if kind < 0.7 else 0)
    picture = np.where((cell % 2 == 0)[..., None], first, second)
    if kind < 0.4:
        joint = ((u % w) < side * 0.012) | ((v % h) < side * 0.012)
        picture = np.where(joint[..., None], gap, picture)
    return picture * (0.8 + 0.4 * noise(rng, side, rng.integers(2, 30))[..., None])


def clutter(rng, side):
    """Blurred patches of many colours, as a room or a street out of focus."""
    picture = plain(rng, side)
    picture = np.ascontiguousarray(picture, np.float32)
    for _ in range(rng.integers(5, 40)):
        tint = tuple(float(c) for c in colour(rng))
        x, y = (int(v) for v in rng.integers(0, side, 2))
        w, h = (int(v) for v in rng.integers(side // 30 + 1, side // 3, 2))
        if rng.random() < 0.5:
            cv2.rectangle(picture, (x, y), (x + w, y + h), tint, -1)
        else:
            cv2.ellipse(picture, (x, y), (w // 2 + 1, h // 2 + 1), float(rng.uniform(0, 180)), 0, 360, tint, -1)
    return cv2.GaussianBlur(picture, (0, 0), float(rng.choice((1, 3, 6, 12))))


def ground(rng, side):
    """Any of the above, 0..255 float RGB."""
    maker = (plain, material, tiles, clutter)[rng.choice(4, p=(0.4, 0.3, 0.12, 0.18))]
    return np.clip(maker(rng, side), 0, 255).astype(np.float32)
