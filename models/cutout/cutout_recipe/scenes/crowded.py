"""Places full of other things: set tables, shelves of books, fences, dry leaves, rows of the same goods."""

import math

from mathutils import Matrix

from materials import Nodes, linen, matte
from props import foliage, leaf, plate, spoon
from stage import plane, tube, wall

from .more_shapes import centre_of
from .shapes import block, lump, sheet
from .subjects import CLUTTER, build, clutter, move
from .surfaces import ground_surface, paint, random_surface

SMALL_CLUTTER = ("bowl_of_food", "cup", "bottle", "jar", "flat_thing", "cake", "fruits", "folded_cloth", "spectacles", "tool", "carton", "pouch")


def table_goods():
    return [pair for pair in CLUTTER if pair[0].__name__ in SMALL_CLUTTER]


def stand_about(rng, parts, near, far, behind):
    """Moves a thing to a ring about the subject; `behind` is the chance that it stands at the back."""
    distance = rng.uniform(near, far)
    if rng.random() < behind:
        angle = rng.uniform(0.05, 0.95) * math.pi
        x, y = distance * math.cos(angle), distance * math.sin(angle)
    else:
        # What is nearer than the subject stays at its side, or it would hide it.
        x, y = rng.choice((-1, 1)) * max(distance, 2.0), -rng.uniform(0, 1.2)
    move(parts, Matrix.Translation((x, y, 0)))


def busy_table(rng, prints):
    """A set table: plates, cups, cutlery and papers close about the subject, many cut by the frame."""
    plane("table", (30, 30), ground_surface(rng, prints), (0, 4, 0))
    if rng.random() < 0.5:
        w, d = rng.uniform(2.5, 5), rng.uniform(2, 3.5)
        mat = block("mat", (w, d, 0.02), ground_surface(rng, prints), (rng.uniform(-0.5, 0.5), rng.uniform(-0.3, 0.6), 0), 0)
        mat.rotation_euler.z = rng.gauss(0, 0.3)
    wall(rng.uniform(6, 14), paint(rng, (0, 0.6), (0.05, 1.0)))
    goods = table_goods()
    for _ in range(rng.randint(3, 8)):
        _, parts = build(rng, prints, goods, rng.uniform(0.8, 2.4))
        stand_about(rng, parts, 1.7, 4.0, 0.7)
    for _ in range(rng.randint(0, 4)):
        roll = rng.random()
        if roll < 0.4:
            parts = [spoon()]
        elif roll < 0.7:
            parts = [plate(paint(rng, (0, 0.4), (0.4, 1)), rng.uniform(0.7, 1.3))]
        else:
            parts = [block("paper", (rng.uniform(0.8, 2), rng.uniform(1, 2.6), 0.01), random_surface(rng, prints, 0.8), (0, 0, 0), 0)]
        move(parts, Matrix.Rotation(rng.uniform(0, 6.3), 4, "Z"))
        stand_about(rng, parts, 1.4, 3.2, 0.5)
    return "above" if rng.random() < 0.4 else "standing"


def bookcase(rng, prints):
    """Boards with upright books or boxes behind the subject, sharp or soft."""
    back = rng.uniform(1.2, 4)
    plane("board", (30, 6), ground_surface(rng, prints), (0, 0.5, 0))
    wall(back + 1.2, paint(rng, (0, 0.6), (0.05, 0.6)))
    covers = [random_surface(rng, prints, 0.5) for _ in range(rng.randint(4, 10))]
    tall, slim = rng.uniform(0.9, 2.2), rng.uniform(0.15, 0.6)
    board = matte("shelf", paint(rng), 0.6)
    z = rng.uniform(-1.5, 0)
    while z < 6:
        x = -5.0
        while x < 5:
            w = slim * rng.uniform(0.5, 1.6)
            book = block("book", (w, 0.8, tall * rng.uniform(0.65, 0.95)), rng.choice(covers), (x + w / 2, back + rng.uniform(0, 0.25), z), 0)
            if rng.random() < 0.08:
                book.rotation_euler.y = rng.uniform(-0.3, 0.3)
            x += w * rng.choice((1.02, 1.02, 1.02, 1.5))
        block("shelf", (14, 1.2, 0.1), board, (0, back + 0.3, z - 0.1), 0)
        z += tall * 1.15
    return "standing"


def lattice(rng, prints):
    """A fence, gate or grille of bars right behind the subject."""
    plane("ground", (60, 60), ground_surface(rng, prints))
    back = rng.uniform(1.0, 2.5)
    bar = random_surface(rng, prints, 0.0) if rng.random() < 0.5 else matte("bar", paint(rng, (0, 0.5), (0.02, 0.4)), 0.5)
    step, thick = rng.uniform(0.3, 0.9), rng.uniform(0.03, 0.12)
    slant = rng.choice((0, 0, 0.6))
    for number in range(int(9 / step)):
        x = -4.5 + number * step
        tube("bar", [(x - slant * 3, back, -1), (x, back, 2), (x + slant * 3, back, 6)], thick, bar)
        if slant:
            tube("bar", [(x + slant * 3, back + 0.05, -1), (x, back + 0.05, 2), (x - slant * 3, back + 0.05, 6)], thick, bar)
    if not slant:
        for z in [rng.uniform(0, 4) for _ in range(rng.randint(1, 4))]:
            tube("rail", [(-6, back, z), (0, back, z), (6, back, z)], thick * 1.3, bar)
    wall(rng.uniform(4, 12), paint(rng, (0, 0.7), (0.03, 0.9)))
    clutter(rng, prints, rng.randint(0, 4), back + 1.5, back + 6)
    return "standing"


def litter(rng, prints):
    """Dry leaves, straw or petals on the ground, and trunks or bushes behind."""
    plane("ground", (80, 80), ground_surface(rng, prints), (0, 20, 0))
    tints = [matte("dry", paint(rng, (0.3, 0.9), (0.1, 0.8)), 0.8) for _ in range(4)]
    straw = rng.random() < 0.3
    made = [leaf(tint, 0.9 if straw else rng.uniform(0.3, 0.8), 0.05 if straw else rng.uniform(0.15, 0.4), rng.uniform(-0.3, 0.5)) for tint in tints]
    scatter(rng, made, rng.randint(120, 350))
    for _ in range(rng.randint(0, 5)):
        x, y = rng.uniform(-7, 7), rng.uniform(4, 14)
        tube("trunk", [(x, y, 0), (x + rng.uniform(-0.4, 0.4), y, 4), (x + rng.uniform(-1, 1), y, 12)], rng.uniform(0.15, 0.6), tints[0])
    for _ in range(rng.randint(0, 8)):
        s = rng.uniform(0.8, 3)
        lump("bush", (s, s, s), foliage(paint(rng, (0.3, 0.9), (0.05, 0.5))), (rng.uniform(-9, 9), rng.uniform(5, 14), s * 0.4), 0.6, rng.random() * 99, 3)
    return "above" if rng.random() < 0.3 else "standing"


def scatter(rng, made, number):
    """Copies of the given objects, flat on the ground; they share their meshes."""
    import bpy

    for thing in made:
        thing.location.z = -9
    for _ in range(number):
        copy = bpy.data.objects.new("copy", rng.choice(made).data)
        copy.location = (rng.uniform(-4, 4), rng.uniform(-3, 6), rng.uniform(0.01, 0.06))
        copy.rotation_euler = (rng.gauss(0, 0.25), rng.gauss(0, 0.25), rng.uniform(0, 6.3))
        bpy.context.scene.collection.objects.link(copy)


def draped(rng, prints):
    """A cloth with folds under the subject, up the wall behind or flat as seen from above."""
    seed, folds, deep = rng.random() * 9, rng.uniform(0.3, 1.2), rng.uniform(0.03, 0.16)
    skin = linen(paint(rng)) if rng.random() < 0.5 else ground_surface(rng, prints)
    rise = rng.choice((0, rng.uniform(1.5, 4)))

    def point(u, v):
        x, y = (u - 0.5) * 16, (v - 0.35) * 14
        wave = math.sin(folds * (2.1 * x + 0.7 * y) + 2 * math.sin(0.6 * y + seed)) + 0.6 * math.sin(folds * (1.3 * y - 1.9 * x) + seed)
        calm = min(1.0, math.hypot(x, y) / 2)
        back = max(0.0, y - rise) if rise else 0.0
        return (x, min(y, rise + 1) if rise else y, deep * (wave - 1.6) * (0.3 + 0.7 * calm) + 1.4 * back)

    sheet("drape", point, skin, 70, 60)
    if rng.random() < 0.4:
        clutter(rng, prints, rng.randint(1, 3), 2.0, 3.5)
    return "standing" if rise else "above"


def market(rng, prints):
    """Rows of the same kind of goods behind the subject: only the nearest is meant."""
    plane("ground", (60, 60), ground_surface(rng, prints), (0, 10, 0))
    wall(rng.uniform(8, 14), paint(rng, (0, 0.7), (0.05, 0.9)))
    if rng.random() < 0.5:
        block("stall", (30, 30, 0.05), ground_surface(rng, prints), (0, 14, -0.03), 0)
    one = [rng.choice(CLUTTER)]
    size = rng.uniform(1.2, 2.2)
    near = size * 0.8 + rng.uniform(0.8, 1.6)
    for row in range(rng.randint(1, 3)):
        x = -3.5 + rng.uniform(0, 1)
        while x < 3.5:
            _, parts = build(rng, prints, one, size * rng.uniform(0.85, 1.1))
            move(parts, Matrix.Translation((x, near + row * size * 1.1, row * rng.choice((0, 0.5)))))
            low, high = centre_of(parts)
            x += max(high.x - low.x, 0.5) * rng.uniform(1.0, 1.3)
    return "standing"


def lights(rng, prints):
    """Night or a dim room: many small lamps out of focus."""
    plane("ground", (60, 60), ground_surface(rng, prints), (0, 10, 0))
    wall(rng.uniform(8, 16), paint(rng, (0, 0.5), (0.01, 0.2)))
    glow = []
    for _ in range(3):
        nodes = Nodes("glow")
        nodes.surface.inputs["Emission Color"].default_value = (*paint(rng, (0, 0.9), (0.7, 1)), 1)
        nodes.surface.inputs["Emission Strength"].default_value = rng.uniform(3, 20)
        glow.append(nodes.material)
    for _ in range(rng.randint(6, 25)):
        s = rng.uniform(0.04, 0.25)
        lump("bulb", (s, s, s), rng.choice(glow), (rng.uniform(-6, 6), rng.uniform(3, 7), rng.uniform(0, 5)), 0, 0, 2)
    clutter(rng, prints, rng.randint(0, 4), 2.5, 6)
    return "standing"


CROWDED = [(busy_table, 3.0), (bookcase, 1.2), (lattice, 1.0), (litter, 1.2), (draped, 1.4), (market, 1.5), (lights, 0.7)]
