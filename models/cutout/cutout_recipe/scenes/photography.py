"""Light and camera, as a phone user finds them."""

import math

import bpy
from mathutils import Vector

from stage import camera, room, sun, window


def tint(rng):
    """The colour of a lamp or a sky, from candle to shade."""
    return rng.choice(((1, 0.96, 0.9), (1, 0.8, 0.55), (1, 1, 1), (0.8, 0.9, 1.0), (1, 0.9, 0.75)))


def light(rng, name):
    """Window, sun, lamp or flash over the light of the room."""
    outside = name in ("outdoors", "foliage_wall")
    room(tuple(rng.uniform(0.6, 1) for _ in range(3)) if rng.random() < 0.5 else (0.8, 0.85, 0.9), rng.uniform(0.5, 1.5) if outside else rng.uniform(0.25, 1.1))
    kind = rng.choices(("window", "sun", "lamp", "flash", "none"), (4, 4 if outside else 1.5, 2, 0.8, 0.8))[0]
    angle, high = rng.uniform(0, 2 * math.pi), rng.uniform(1.5, 6)
    at = (5 * math.cos(angle), 5 * math.sin(angle) - 1, high)
    if kind == "window":
        size = rng.uniform(1, 5)
        window(at, (0, 0, 0.5), (size, size * rng.uniform(0.5, 1.5)), rng.uniform(300, 1300), tint(rng))
    elif kind == "sun":
        sun((-at[0], -at[1], -high - 1), rng.uniform(1.5, 5), tint(rng), rng.uniform(0.5, 8))
    elif kind == "lamp":
        window((at[0] * 0.5, at[1] * 0.5, high * 0.8 + 1), (0, 0, 0.5), (0.4, 0.4), rng.uniform(150, 600), tint(rng))
    elif kind == "flash":
        window((0.3, -6, 3), (0, 0, 0.5), (0.3, 0.3), rng.uniform(300, 900), (1, 1, 1))


def aim(rng, low, high, look, sharp=False):
    """A camera that frames the box `low`..`high` with a third to all of the frame's side."""
    middle = (low + high) / 2
    radius = (high - low).length / 2
    lens = rng.choice((28, 35, 50, 70))
    share = rng.uniform(0.6, 1.6) if rng.random() < 0.85 else rng.uniform(0.3, 0.6)
    distance = radius / (share * 18 / lens)
    if look == "above":
        pitch = rng.uniform(0.9, 1.55)
    else:
        pitch = rng.uniform(0.03, 0.75)
    turn = rng.gauss(0, 0.35)
    direction = Vector((math.sin(turn) * math.cos(pitch), -math.cos(turn) * math.cos(pitch), math.sin(pitch)))
    position = middle + direction * distance
    position.z = max(position.z, 0.15)
    off = radius / share * 0.35 * max(0.0, 1 - share * 0.7)
    target = middle + Vector((rng.uniform(-off, off), 0, rng.uniform(-off, off) * 0.8))
    if rng.random() < 0.12:
        # Cut by the frame, as when the phone was too near.
        target += Vector((rng.choice((-1, 1)) * radius * rng.uniform(0.3, 0.7), 0, rng.uniform(-0.3, 0.3) * radius))
    blur = rng.choice((0.25, 0.6, 1.0, 2.0, 4.0, 16.0)) if look != "above" else rng.choice((1.0, 8.0))
    if sharp:
        blur = max(blur, 1.5)
    camera(position, target, lens, focus=middle + direction * radius * 0.4, fstop=blur, roll=rng.gauss(0, 4))
    bpy.context.scene.camera.data.sensor_fit = "HORIZONTAL"
    bpy.context.scene.camera.data.sensor_width = 36
