"""Picks the subject of a picture and the clutter around it."""

import math

from mathutils import Matrix, Vector

import bpy
from props import chilli, garlic, shallot, spoon

from stage import tube

from . import more_shapes as more
from . import shapes
from .surfaces import random_surface, woven
from materials import glass

# (builder, weight)
SUBJECTS = [
    (shapes.bottle, 3), (shapes.jar, 3), (shapes.vase, 2.5), (shapes.bowl_of_food, 4), (shapes.cup, 3),
    (shapes.pouch, 4), (shapes.carton, 3), (shapes.flat_thing, 3), (shapes.tote, 3), (shapes.shoes, 3),
    (shapes.folded_cloth, 1.5), (shapes.garment, 3), (shapes.necklace, 1.5), (shapes.finger_ring, 1),
    (shapes.basket, 3), (more.plant, 2), (more.flower, 2), (more.fruits, 3.5), (more.creature, 4),
    (more.figure, 3), (more.vehicle, 2), (more.furniture, 2), (more.spectacles, 1), (more.tool, 2.5),
    (more.sign, 2), (more.umbrella, 1), (more.lamp, 1), (more.sculpture, 5), (more.mesh_ball, 0.7),
    (more.cake, 1.5), (more.banner, 1),
]  # fmt: skip
CLUTTER = [pair for pair in SUBJECTS if pair[0] not in (more.mesh_ball, more.figure, shapes.necklace)]


def painter(rng, prints):
    """Returns `paint(print_share)`; a name asks for that surface."""

    def paint(wish=0.3):
        if wish == "woven":
            return woven(rng)
        if wish == "glass":
            return glass()
        return random_surface(rng, prints, wish)

    return paint


def move(parts, matrix):
    """Applies a world transform to a group; children follow their parents."""
    bpy.context.view_layer.update()
    inside = set(parts)
    for part in parts:
        if part.parent not in inside:
            part.matrix_world = matrix @ part.matrix_world
    bpy.context.view_layer.update()


def scale_to(parts, size):
    """Scales a group so that its longest side is `size` and its foot stands at z = 0."""
    bpy.context.view_layer.update()
    low, high = more.centre_of(parts)
    longest = max(high - low)
    factor = size / max(longest, 1e-3)
    middle = Vector(((low.x + high.x) / 2, (low.y + high.y) / 2, low.z))
    move(parts, Matrix.Scale(factor, 4) @ Matrix.Translation(-middle))


def build(rng, prints, table, size):
    """One thing from a table of builders; returns (its name, its objects)."""
    builders, weights = zip(*table)
    builder = rng.choices(builders, weights)[0]
    parts = builder(rng, painter(rng, prints))
    if builder in (shapes.necklace, shapes.finger_ring, more.spectacles):
        size *= 0.8
    scale_to(parts, size)
    turn = rng.uniform(0, 2 * math.pi) if rng.random() < 0.5 else rng.gauss(0, 0.4)
    move(parts, Matrix.Rotation(turn, 4, "Z"))
    return builder.__name__, parts


def subject(rng, prints):
    """One product, or two to four of a kind or of several, close together."""
    size = rng.uniform(1.5, 2.4)
    name, parts = build(rng, prints, SUBJECTS, size)
    same = [pair for pair in SUBJECTS if pair[0].__name__ == name]
    roll = rng.random()
    if roll < 0.72:
        return name, parts
    x = 0.0
    for _ in range(rng.randint(1, 3)):
        if roll < 0.86:
            other, more_parts = build(rng, prints, SUBJECTS, size * rng.uniform(0.5, 1.0))
        else:
            other, more_parts = build(rng, prints, same, size * rng.uniform(0.8, 1.05))
        low, high = more.centre_of(parts)
        at = rng.choice(((high.x, 1), (low.x, -1)))
        own_low, own_high = more.centre_of(more_parts)
        x = at[0] - own_low.x - 0.02 if at[1] > 0 else at[0] - own_high.x + 0.02
        move(more_parts, Matrix.Translation((x * rng.uniform(0.7, 1.05), rng.uniform(-0.4, 0.3), 0)))
        parts = parts + more_parts
        name = f"{name}+{other}"
    low, high = more.centre_of(parts)
    move(parts, Matrix.Translation((-(low.x + high.x) / 2, 0, 0)))
    return name, parts


def twins(rng, prints, name):
    """One to three of the subject's own kind farther back, where they belong to the background."""
    same = [pair for pair in SUBJECTS if pair[0].__name__ == name.split("+")[0]]
    for _ in range(rng.randint(1, 3)):
        _, parts = build(rng, prints, same, rng.uniform(1.2, 2.2))
        move(parts, Matrix.Translation((rng.uniform(-3.5, 3.5), rng.uniform(2.5, 6), 0)))


def hung(rng, parts):
    """Lifts the subject and hangs it on a thread, which counts as subject."""
    move(parts, Matrix.Translation((0, 0, rng.uniform(0.6, 2.5))))
    low, high = more.centre_of(parts)
    x, y = (low.x + high.x) / 2, (low.y + high.y) / 2
    thread = tube("thread", [(x, y, high.z - 0.05), (x, y, high.z + 2), (x, y, high.z + 9)], rng.uniform(0.015, 0.04), random_surface(rng, {"label": [], "pattern": []}, 0.0))
    return parts + [thread]


def clutter(rng, prints, number, near, far):
    """Things that belong to the background: smaller, farther off or cut by the frame."""
    made = []
    for _ in range(number):
        if rng.random() < 0.15:
            maker = rng.choice((lambda: chilli(rng.randrange(99)), lambda: shallot(rng.randrange(99)), lambda: garlic(), lambda: spoon()))
            parts = more.family(maker())
        else:
            _, parts = build(rng, prints, CLUTTER, rng.uniform(0.5, 2.2))
        angle = rng.uniform(0.1, 0.9) * math.pi if rng.random() < 0.8 else rng.uniform(0, 2 * math.pi)
        distance = rng.uniform(near, far)
        move(parts, Matrix.Translation((distance * math.cos(angle) * 1.3, distance * math.sin(angle), 0)))
        made += parts
    return made
