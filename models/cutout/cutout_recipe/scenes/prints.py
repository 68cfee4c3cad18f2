"""What is printed on things: labels and cloth patterns, drawn with Pillow from a seed.

The words are random syllables: nothing may be learnt from them, and no brand is copied.
"""

import colorsys
import math
import random

import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageFont

SYLLABLES = "sa ri bu na ka lo te mi ra du wi gu pa ju la si ko ta nu be".split()


def colour(rng, saturation=(0.0, 1.0), value=(0.1, 1.0)):
    """One random colour as 0..255 RGB; as in most photos, greys and dull tints are commoner than full ones."""
    hue = rng.hue() if hasattr(rng, "hue") else rng.random()
    low, high = saturation
    parts = colorsys.hsv_to_rgb(hue, low + (high - low) * rng.random() ** 1.8, rng.uniform(*value))
    return tuple(int(255 * part) for part in parts)


def word(rng):
    return "".join(rng.choice(SYLLABLES) for _ in range(rng.randint(2, 4))).capitalize()


def text(draw, rng, x, y, size, fill):
    draw.text((x, y), word(rng), font=ImageFont.load_default(size), fill=fill, anchor="mm")


def blob(rng, x, y, radius, lobes=None):
    """Points of a closed wavy outline."""
    lobes = lobes or rng.randint(2, 7)
    depth, turn = rng.uniform(0, 0.4), rng.uniform(0, 6.3)
    return [
        (x + radius * (1 + depth * math.sin(lobes * a + turn)) * math.cos(a), y + radius * (1 + depth * math.sin(lobes * a + turn)) * math.sin(a))
        for a in np.linspace(0, 2 * math.pi, 60)
    ]


def label(seed, size=384):
    """The front of a pack: bands, a badge, a picture and a few words."""
    rng = random.Random(seed)
    image = Image.new("RGB", (size, size), colour(rng))
    draw = ImageDraw.Draw(image)
    for _ in range(rng.randint(0, 3)):
        top, height = rng.uniform(0, size), rng.uniform(0.04, 0.4) * size
        draw.rectangle((0, top, size, top + height), fill=colour(rng))
    for _ in range(rng.randint(0, 4)):
        draw.polygon(blob(rng, rng.uniform(0.1, 0.9) * size, rng.uniform(0.2, 0.9) * size, rng.uniform(0.05, 0.3) * size), fill=colour(rng))
    if rng.random() < 0.5:
        x, y, w, h = (rng.uniform(0.3, 0.7) * size, rng.uniform(0.3, 0.7) * size, rng.uniform(0.2, 0.45) * size, rng.uniform(0.08, 0.3) * size)
        draw.rounded_rectangle((x - w, y - h, x + w, y + h), 20, fill=colour(rng, (0, 0.4), (0.7, 1)), outline=colour(rng), width=4)
    for _ in range(rng.randint(1, 5)):
        text(draw, rng, size / 2 + rng.uniform(-30, 30), rng.uniform(0.1, 0.92) * size, rng.choice((18, 30, 48, 72, 96)), colour(rng))
    return image


def repeat(seed, size=384):
    """A cloth pattern: kawung petals, dots, checks, stripes or zigzag, as a repeat."""
    rng = random.Random(seed)
    cell = rng.choice((24, 32, 48, 64, 96))
    ground, first, second = (colour(rng) for _ in range(3))
    tile = Image.new("RGB", (cell * 2, cell * 2), ground)
    draw = ImageDraw.Draw(tile)
    kind = rng.choice(("kawung", "dots", "checks", "stripes", "zigzag", "blobs", "ikat"))
    if kind == "kawung":
        for x in (0, cell, 2 * cell):
            for y in (0, cell, 2 * cell):
                r, s = cell * 0.46, cell * 0.17
                draw.ellipse((x - r, y - s, x + r, y + s), fill=first)
                draw.ellipse((x - s, y - r, x + s, y + r), fill=first)
                draw.ellipse((x - s, y - s, x + s, y + s), fill=second)
    elif kind == "dots":
        r = cell * rng.uniform(0.2, 0.45)
        for x, y in ((0, 0), (2 * cell, 0), (0, 2 * cell), (2 * cell, 2 * cell), (cell, cell)):
            draw.ellipse((x - r, y - r, x + r, y + r), fill=first)
    elif kind == "checks":
        draw.rectangle((0, 0, cell, 2 * cell), fill=first)
        draw.rectangle((0, 0, 2 * cell, cell), fill=second)
        draw.rectangle((0, 0, cell, cell), fill=colour(rng))
    elif kind == "stripes":
        draw.rectangle((0, 0, rng.uniform(0.3, 1.6) * cell, 2 * cell), fill=first)
        draw.rectangle((0, 0, rng.uniform(0.1, 0.4) * cell, 2 * cell), fill=second)
    elif kind == "zigzag":
        for shift in (0, cell):
            draw.line([(0, shift), (cell, shift + cell), (2 * cell, shift)], fill=first if shift else second, width=max(3, cell // 5))
    elif kind == "blobs":
        for _ in range(4):
            draw.polygon(blob(rng, rng.uniform(0.4, 1.6) * cell, rng.uniform(0.4, 1.6) * cell, rng.uniform(0.2, 0.4) * cell), fill=rng.choice((first, second)))
    else:
        for step in range(8):
            w = cell * (1 - abs(step - 4) / 4)
            draw.rectangle((cell - w, step * cell / 4, cell + w, (step + 1) * cell / 4), fill=first if step % 2 else second)
    wide = Image.new("RGB", (size, size))
    for x in range(0, size, 2 * cell):
        for y in range(0, size, 2 * cell):
            wide.paste(tile, (x, y))
    if rng.random() < 0.5:
        dye = Image.effect_noise((12, 12), 80).resize(wide.size, Image.BICUBIC).filter(ImageFilter.GaussianBlur(9))
        wide = Image.composite(wide, Image.eval(wide, lambda v: int(v * 0.7)), dye)
    return wide


def draw_all(folder, labels=120, patterns=80):
    """Writes the pool once; returns the paths of labels and patterns."""
    folder.mkdir(parents=True, exist_ok=True)
    made = {"label": [], "pattern": []}
    for kind, number, draw in (("label", labels, label), ("pattern", patterns, repeat)):
        for seed in range(number):
            path = folder / f"{kind}-{seed:03}.png"
            if not path.exists():
                draw(seed).save(path)
            made[kind].append(path)
    return made
