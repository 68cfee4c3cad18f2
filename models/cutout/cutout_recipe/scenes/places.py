"""Where the subject stands: studio sweep, flat lay, table in a room, outdoors, wall or shelf."""

import math

import bpy

from materials import Nodes, matte
from props import foliage, leaf
from stage import paper_sweep, plane, wall

from .crowded import CROWDED
from .shapes import block, lump, sheet
from .subjects import clutter
from .surfaces import ground_surface, paint


def studio(rng, prints):
    """A sheet that bends up behind the product."""
    paper_sweep(paint(rng, (0, 0.6), (0.15, 1.0)), depth=rng.uniform(3, 7))
    return "standing"


def flat_lay(rng, prints):
    """Seen from above on a table, cloth, floor or sheet of paper."""
    plane("ground", (40, 40), ground_surface(rng, prints))
    if rng.random() < 0.3:
        clutter(rng, prints, rng.randint(1, 5), 2.0, 3.2)
    return "above"


def table_in_room(rng, prints):
    """A table edge, a wall and things out of focus behind."""
    depth = rng.uniform(2.5, 6)
    made = plane("table", (30, depth + 8), ground_surface(rng, prints), (0, (depth - 8) / 2, 0))
    made.name = "table"
    wall(depth + rng.uniform(1, 9), paint(rng, (0, 0.6), (0.05, 1.0)))
    if rng.random() < 0.6:
        bpy.data.objects["wall"].data.materials[0] = ground_surface(rng, prints)
    clutter(rng, prints, rng.randint(0, 7), 2.0, depth + 1)
    for _ in range(rng.randint(0, 6)):
        w, h = rng.uniform(0.5, 4), rng.uniform(0.5, 5)
        block("panel", (w, 0.2, h), matte("panel", paint(rng), 0.6), (rng.uniform(-8, 8), depth + rng.uniform(0.5, 2), rng.uniform(-1, 4)), 0)
    return "standing"


def outdoors(rng, prints):
    """Grass, sand, stones or paving under an open sky, with bushes behind."""
    seed = rng.random() * 99
    kind = rng.choice(("grass", "grass", "sand", "paving", "stones", "water"))
    green = (rng.uniform(0.03, 0.15), rng.uniform(0.1, 0.3), rng.uniform(0.01, 0.05))
    nodes = Nodes("soil").set(Roughness=0.1 if kind == "water" else 0.9)
    base = {"grass": green, "sand": (0.5, 0.4, 0.25), "paving": (0.3, 0.3, 0.3), "stones": (0.25, 0.23, 0.2), "water": (0.05, 0.15, 0.2)}[kind]
    scale = {"grass": 9, "sand": 3, "paving": 1, "stones": 2.5, "water": 1.5}[kind]
    fac = nodes.noise(nodes.mapping((1, 0.4, 1) if kind == "water" else (1, 1, 1)), scale, 6, 0.7)
    nodes.colour(nodes.ramp(fac, [(0.3, tuple(p * 0.4 for p in base)), (0.7, tuple(min(1, p * 1.8) for p in base))]))
    nodes.bump(fac, 0.6, 0.2)
    if kind == "paving":
        plane("ground", (120, 120), ground_surface(rng, prints), (0, 40, 0))
    else:
        plane("ground", (120, 120), nodes.material, (0, 40, 0))
    if kind == "grass":
        blades(rng, green)
    if kind == "stones":
        grey = [matte("stone", paint(rng, (0, 0.3), (0.15, 0.7)), 0.9) for _ in range(3)]
        for _ in range(40):
            s = rng.uniform(0.08, 0.4)
            lump("stone", (s, s, s * 0.6), rng.choice(grey), (rng.uniform(-4, 4), rng.uniform(-2, 7), 0), 0.4, rng.random() * 99, 2)
    for _ in range(rng.randint(0, 7)):
        tint = (rng.uniform(0.02, 0.3), rng.uniform(0.05, 0.3), rng.uniform(0.01, 0.1))
        bush = matte("bush", tint, 0.8, bump=1.0, scale=5)
        s = rng.uniform(0.8, 4)
        lump("bush", (s, s, s * rng.uniform(0.7, 2)), bush, (rng.uniform(-9, 9), rng.uniform(5, 16), s * 0.4), 0.6, seed + s, 4)
    if rng.random() < 0.4:
        clutter(rng, prints, rng.randint(1, 4), 2.5, 7)
    return "standing"


def blades(rng, green, number=700):
    """Grass as one mesh of bent blades."""
    from stage import mesh

    vertices, faces = [], []
    tall = rng.uniform(0.1, 0.45)
    for _ in range(number):
        x, y = rng.uniform(-4.5, 4.5), rng.uniform(-3.5, 6)
        a, h, w = rng.uniform(0, 6.3), tall * rng.uniform(0.5, 1.3), rng.uniform(0.015, 0.04)
        dx, dy, bend = math.cos(a) * w, math.sin(a) * w, rng.uniform(0, h)
        first = len(vertices)
        vertices += [(x - dx, y - dy, 0), (x + dx, y + dy, 0), (x - dy / w * bend * 0.3 + dx, y + dx / w * bend * 0.3, h * 0.6), (x - dy / w * bend, y + dx / w * bend, h)]
        faces += [(first, first + 1, first + 2), (first, first + 2, first + 3)]
    mesh("grass", vertices, faces, foliage(tuple(p * 1.2 for p in green)), smooth=False)


def foliage_wall(rng, prints):
    """Leaves behind and beneath: a garden."""
    plane("ground", (60, 60), ground_surface(rng, prints))
    tints = [foliage(tuple(rng.uniform(a, b) for a, b in ((0.02, 0.2), (0.08, 0.35), (0.01, 0.1)))) for _ in range(2)]
    for number in range(90):
        made = leaf(tints[number % 2], rng.uniform(0.5, 1.8), rng.uniform(0.15, 0.6), rng.uniform(0, 0.8))
        made.location = (rng.uniform(-5, 5), rng.uniform(1.8, 5), rng.uniform(-0.3, 4.5))
        made.rotation_euler = [rng.uniform(0, 6.3) for _ in range(3)]
    return "standing"


def shelf(rng, prints):
    """A row among other goods, which stand farther back and are cut by the frame."""
    plane("board", (30, 4), ground_surface(rng, prints), (0, 1, 0))
    wall(rng.uniform(2, 4), paint(rng, (0, 0.6), (0.05, 0.9)))
    bpy.data.objects["wall"].data.materials[0] = ground_surface(rng, prints)
    clutter(rng, prints, rng.randint(3, 8), 1.8, 3.0)
    if rng.random() < 0.5:
        block("upper", (30, 2.5, 0.15), matte("board", paint(rng), 0.5), (0, 2, rng.uniform(3, 4)), 0)
    return "standing"


def curtain(rng, prints):
    """A hung cloth behind, a cloth below."""
    folds, deep = rng.uniform(4, 14), rng.uniform(0.1, 0.5)
    back = rng.uniform(1.5, 5)
    sheet("curtain", lambda u, v: ((u - 0.5) * 20, back + deep * math.sin(folds * 2 * math.pi * u + math.sin(v * 3)), v * 9 - 1), ground_surface(rng, prints), 120, 4)
    plane("ground", (40, 40), ground_surface(rng, prints))
    return "standing"


PLACES = [(studio, 2.0), (flat_lay, 2.2), (table_in_room, 3.2), (outdoors, 2.6), (foliage_wall, 1.0), (shelf, 1.2), (curtain, 0.7), *CROWDED]


def place(rng, prints):
    """Builds one place; returns (name, how the camera looks: standing or above)."""
    makers, weights = zip(*PLACES)
    maker = rng.choices(makers, weights)[0]
    return maker.__name__, maker(rng, prints)
