"""A hand that holds the subject, with the forearm leaving the picture."""

import math

from mathutils import Matrix, Vector

from materials import matte
from stage import tube

from .more_shapes import centre_of
from .shapes import lump
from .subjects import move, scale_to

# Scene-linear, from pale to dark.
SKINS = [(0.62, 0.38, 0.27), (0.5, 0.28, 0.18), (0.36, 0.18, 0.1), (0.24, 0.11, 0.06), (0.1, 0.045, 0.025)]


def skin(rng):
    tone = rng.choice(SKINS)
    return matte("skin", tuple(min(1, part * rng.uniform(0.85, 1.2)) for part in tone), rng.uniform(0.45, 0.7), bump=0.05)


def hand(rng, reach):
    """Palm behind the origin, four fingers and a thumb that come round to the front at `reach` on both sides.

    The hand comes from below; the camera looks along +y.
    """
    tone = skin(rng)
    parts = [lump("palm", (0.42, 0.16, 0.5), tone, (0, reach * 0.6, -0.05), 0.1, rng.random() * 99, 3)]
    deep = rng.uniform(0.25, 0.5)
    for number in range(4):
        z = 0.32 - 0.2 * number + rng.uniform(-0.02, 0.02)
        tip = rng.uniform(0.1, 0.3) - 0.06 * abs(number - 1)
        points = [(-0.3, reach * 0.6, z), (-reach - 0.08, reach * 0.3, z + 0.04), (-reach - 0.04, -deep * 0.6, z + 0.02), (-reach + tip, -reach * 0.5 - 0.1, z - 0.02)]
        parts.append(tube("finger", points, rng.uniform(0.075, 0.095), tone))
    points = [(0.25, reach * 0.6, -0.1), (reach + 0.1, reach * 0.2, 0.05), (reach + 0.02, -deep * 0.7, 0.25), (reach - rng.uniform(0.1, 0.3), -reach * 0.5 - 0.1, 0.36)]
    parts.append(tube("thumb", points, 0.105, tone))
    lean = rng.uniform(-1.2, 1.2)
    parts.append(tube("wrist", [(0, reach * 0.6, -0.2), (lean * 0.2, reach * 0.7 + 0.1, -0.9), (lean, reach + 0.3, -2.2), (lean * 2.2, reach + 0.6, -5)], rng.uniform(0.24, 0.32), tone))
    if rng.random() < 0.5:
        sleeve = matte("sleeve", tuple(rng.uniform(0.02, 0.7) for _ in range(3)), 0.9)
        parts.append(tube("sleeve", [(lean * 0.6, reach * 0.8 + 0.2, -1.5), (lean, reach + 0.3, -2.2), (lean * 2.2, reach + 0.6, -5)], rng.uniform(0.4, 0.55), sleeve))
    return parts


def hold(rng, parts):
    """Lifts the subject and puts a hand about it; returns the parts of both: the hand counts as subject."""
    scale_to(parts, rng.uniform(1.0, 2.2))
    high = rng.uniform(1.5, 3)
    move(parts, Matrix.Translation((0, 0, high)))
    low, top = centre_of(parts)
    width = min(top.x - low.x, 1.4)
    held = hand(rng, max(0.2, width / 2))
    at = Vector(((low.x + top.x) / 2, (low.y + top.y) / 2, low.z + (top.z - low.z) * rng.uniform(0.05, 0.4)))
    turn = Matrix.Rotation(rng.gauss(0, 0.35), 4, "Y")
    if rng.random() < 0.5:
        turn = Matrix.Scale(-1, 4, (1, 0, 0)) @ turn
    if rng.random() < 0.25:
        turn = Matrix.Rotation(rng.choice((-1, 1)) * math.pi * rng.uniform(0.3, 0.6), 4, "Y") @ turn
    move(held, Matrix.Translation(at) @ turn)
    return parts + held
