"""Freer subjects: plants, fruit, toys, tools, furniture, signs, sculpture."""

import math

from mathutils import Matrix, Vector

from props import leaf, potted_plant, spoon

from .shapes import block, lump, ring, sheet, stand_up, turned, tube


def family(parent):
    """An object with everything parented to it."""
    return [parent, *parent.children_recursive]


def plant(rng, paint):
    made = potted_plant(rng.randrange(9999), tuple(rng.uniform(0.02, 0.8) for _ in range(3)), rng.randint(8, 26), rng.uniform(0.7, 1.7))
    if rng.random() < 0.5:
        made.data.materials[0] = paint()
    if rng.random() < 0.3:
        tint = paint(0.0)
        for child in made.children:
            child.data.materials[0] = tint
    return family(made)


def flower(rng, paint):
    """Layers of petals about a middle, on a stalk or alone."""
    petals, rows = rng.randint(5, 16), rng.randint(1, 3)
    tint, heart = paint(0.0), paint(0.0)
    height = rng.choice((0.2, 0.2, 1.5))
    parts = []
    for row in range(rows):
        for number in range(petals):
            made = leaf(tint, rng.uniform(0.7, 0.9) * (1 - 0.2 * row), rng.uniform(0.25, 0.5), rng.uniform(-0.4, 0.4))
            made.rotation_euler = (0.2 + 0.35 * row, 0, 2 * math.pi * (number + 0.5 * row) / petals)
            made.location.z = height
            parts.append(made)
    parts.append(lump("heart", (0.22, 0.22, 0.14), heart, (0, 0, height + 0.05), 0.2, rng.random() * 9))
    if height > 1:
        parts.append(tube("stalk", [(0, 0.05, height), (0.1, 0.1, height / 2), (0, 0.1, 0)], 0.05, paint(0.0)))
    if rng.random() < 0.5:
        for part in parts:
            stand_up(part, rng.uniform(0.5, 1.4))
            part.location.z += 0.6
    return parts


def fruits(rng, paint):
    """One to seven round or long things, one on another: fruit, bread, eggs, sweets."""
    parts, same, spread = [], paint(0.0), rng.uniform(0.25, 0.8)
    long, size = rng.uniform(0.8, 2.2), rng.uniform(0.25, 0.5)
    for number in range(rng.choice((1, 1, 2, 3, 5, 7))):
        s = size * rng.uniform(0.8, 1.2)
        at = (rng.uniform(-1, 1) * spread * (number > 0), rng.uniform(-1, 1) * spread * (number > 0), s + (0.8 * s if number > 3 else 0))
        made = lump("fruit", (s * long, s, s * rng.uniform(0.85, 1.1)), same if rng.random() < 0.75 else paint(0.0), at, rng.choice((0.05, 0.1, 0.4)), rng.random() * 99, 4)
        made.rotation_euler.z = rng.uniform(0, 6.3)
        parts.append(made)
        if rng.random() < 0.3:
            parts.append(tube("stalk", [(at[0], at[1], at[2] + s * 0.8), (at[0] + 0.1, at[1], at[2] + s * 1.5)], 0.03, paint(0.0)))
    return parts


def creature(rng, paint):
    """A toy animal: trunk, head, limbs, ears, tail of ellipsoids."""
    skin = paint(0.0)
    second = skin if rng.random() < 0.6 else paint(0.0)
    seed = rng.random() * 99
    upright = rng.random() < 0.4
    body = (0.35, 0.35, 0.55) if upright else (rng.uniform(0.6, 1.0), rng.uniform(0.25, 0.45), rng.uniform(0.25, 0.45))
    legs = rng.uniform(0.15, 0.8)
    z = legs + body[2] * 0.8
    parts = [lump("trunk", body, skin, (0, 0, z), 0.15, seed)]
    head = rng.uniform(0.2, 0.4)
    hx = 0.0 if upright else body[0] + head * 0.4
    hz = z + body[2] + head * (0.5 if upright else rng.uniform(-0.2, 0.6))
    parts.append(lump("head", (head * rng.uniform(0.9, 1.4), head * 0.9, head), second, (hx, -0.1 * upright, hz), 0.1, seed))
    if not upright:
        parts.append(tube("neck", [(body[0] * 0.6, 0, z + 0.1), (hx, 0, hz)], body[1] * 0.5, skin))
    for side in (-1, 1):
        ear = lump("ear", (head * 0.3, head * 0.12, head * rng.uniform(0.3, 0.9)), second, (hx, side * head * 0.6, hz + head), 0, 0, 2)
        if upright:
            ear.location = (side * head * 0.7, 0, hz + head * 0.8)
        parts.append(ear)
        parts.append(lump("eye", (0.05,) * 3, paint(0.0), (hx + head * 0.9, side * head * 0.45, hz + 0.1) if not upright else (side * head * 0.4, -head * 0.95, hz + 0.05), 0, 0, 2))
        for end in (-1, 1):
            x = end * body[0] * 0.65
            width = rng.uniform(0.08, 0.16)
            stride = rng.uniform(-0.2, 0.2)
            parts.append(tube("leg", [(x, side * body[1] * 0.6, z - 0.1), (x + stride * 0.4, side * body[1] * 0.7, z * 0.5), (x + stride, side * body[1] * 0.7, 0.02)], width, second))
    if rng.random() < 0.7:
        parts.append(tube("tail", [(-body[0] * 0.9, 0, z + 0.1), (-body[0] - 0.3, 0.1, z + 0.3), (-body[0] - 0.5, rng.uniform(-0.3, 0.3), z + rng.uniform(-0.3, 0.7))], rng.uniform(0.03, 0.12), skin))
    return parts


def figure(rng, paint):
    """A standing doll with clothes, about as a person stands."""
    skin, shirt, trousers = paint(0.0), paint(0.5), paint(0.2)
    lean = rng.uniform(-0.15, 0.15)
    parts = [lump("head", (0.17, 0.18, 0.22), skin, (lean, 0, 2.55)), lump("hair", (0.19, 0.2, 0.2), paint(0.0), (lean, 0.05, 2.62), 0.2, rng.random() * 9)]
    parts.append(lump("torso", (0.36, 0.22, 0.5), shirt, (lean * 0.5, 0, 1.9), 0.15, rng.random() * 9))
    spread = rng.uniform(0.12, 0.3)
    for side in (-1, 1):
        parts.append(tube("leg", [(side * 0.16, 0, 1.55), (side * spread, rng.uniform(-0.1, 0.1), 0.8), (side * spread * 1.1, 0, 0.05)], 0.14, trousers))
        parts.append(lump("shoe", (0.11, 0.2, 0.09), paint(0.0), (side * spread * 1.1, -0.08, 0.08)))
        hand = (side * rng.uniform(0.2, 0.9), rng.uniform(-0.5, 0), rng.uniform(1.1, 2.6))
        parts.append(tube("arm", [(side * 0.33, 0, 2.2), (side * 0.6, 0, 1.8), hand], 0.09, shirt))
        parts.append(lump("hand", (0.09, 0.09, 0.11), skin, hand, 0, 0, 2))
    if rng.random() < 0.4:
        parts.append(turned("skirt", [(0.25, 1.7), (0.3, 1.5), (rng.uniform(0.4, 0.7), rng.uniform(0.4, 1.0))], trousers, wobble=lambda a, r, h: 0.04 * math.sin(9 * a) * (r > 0)))
    return parts


def vehicle(rng, paint):
    long, wide = rng.uniform(1.4, 2.2), rng.uniform(0.6, 0.9)
    body, dark = paint(0.1), paint(0.0)
    parts = [block("body", (long, wide, 0.4), body, (0, 0, 0.2), 0.12)]
    parts.append(block("cabin", (long * rng.uniform(0.3, 0.7), wide * 0.9, 0.4), paint(0.0), (rng.uniform(-0.2, 0.2), 0, 0.58), 0.12))
    for x in (-0.33, 0.33):
        for y in (-0.5, 0.5):
            parts.append(ring("wheel", 0.2, 0.09, dark, (x * long, y * wide, 0.28), (math.pi / 2, 0, 0)))
            parts.append(lump("hub", (0.16, 0.05, 0.16), body, (x * long, y * wide, 0.28), 0, 0, 2))
    return parts


def furniture(rng, paint):
    """A stool, chair or small table."""
    w, d, h = rng.uniform(0.7, 1.4), rng.uniform(0.7, 1.2), rng.uniform(0.6, 1.3)
    skin, leg = paint(0.1), rng.uniform(0.06, 0.16)
    parts = [block("seat", (w, d, 0.12), paint(0.3), (0, 0, h))]
    for x in (-1, 1):
        for y in (-1, 1):
            parts.append(block("leg", (leg, leg, h), skin, (x * (w - leg) / 2, y * (d - leg) / 2, 0)))
    if rng.random() < 0.6:
        for x in (-1, 1):
            parts.append(block("post", (leg, leg, 0.9), skin, (x * (w - leg) / 2, (d - leg) / 2, h + 0.1)))
        for z in range(rng.randint(1, 3)):
            parts.append(block("slat", (w, leg * 0.6, 0.15), skin, (0, (d - leg) / 2, h + 0.3 + 0.25 * z)))
    return parts


def spectacles(rng, paint):
    r, frame = rng.uniform(0.3, 0.42), paint(0.0)
    parts = []
    for side in (-1, 1):
        parts.append(ring("rim", r, rng.uniform(0.02, 0.06), frame, (side * (r + 0.08), 0, r), (math.pi / 2, 0, 0)))
        parts.append(turned("lens", [(0, 0.0), (r, 0.0), (r, 0.01)], paint("glass")))
        parts[-1].rotation_euler = (math.pi / 2, 0, 0)
        parts[-1].location = (side * (r + 0.08), 0, r)
        parts.append(tube("arm", [(side * (2 * r + 0.08), 0, r), (side * (2 * r + 0.1), 0.8, r), (side * (2 * r + 0.08), 1.2, r * 0.6)], 0.03, frame))
    parts.append(tube("bridge", [(-0.1, 0, r * 1.2), (0, -0.04, r * 1.3), (0.1, 0, r * 1.2)], 0.03, frame))
    return parts


def tool(rng, paint):
    """A spoon, brush, hammer, key, bat: a head on a handle, lying or standing."""
    if rng.random() < 0.25:
        return [spoon(paint(0.0))]
    long, r = rng.uniform(1.2, 2.6), rng.uniform(0.04, 0.12)
    parts = [tube("handle", [(-long / 2, 0, r), (0, 0, r * rng.uniform(1, 1.6)), (long / 2, 0, r)], r, paint(0.0))]
    head = rng.choice(("lump", "block", "ring", "disc"))
    at = (long / 2 + 0.2, 0, 0.02)
    if head == "lump":
        parts.append(lump("head", (0.35, 0.25, 0.15), paint(), (at[0], 0, 0.15), 0.2, rng.random() * 9))
    elif head == "block":
        parts.append(block("head", (rng.uniform(0.2, 0.6), rng.uniform(0.4, 1.0), 0.25), paint(), at))
    elif head == "ring":
        parts.append(ring("head", 0.35, 0.07, paint(), (at[0] + 0.15, 0, 0.08)))
    else:
        made = turned("head", [(0, 0.02), (0.5, 0.02), (0.6, 0.2), (0.57, 0.2), (0.48, 0.06), (0, 0.06)], paint())
        made.location.x = at[0] + 0.3
        parts.append(made)
    if rng.random() < 0.5:
        for part in parts:
            bend = Matrix.Rotation(-math.pi / 2, 4, "Y")
            part.matrix_basis = Matrix.Translation((0, 0, long / 2)) @ bend @ part.matrix_basis
    return parts


def sign(rng, paint):
    """A board or figure on a pole, or leaning."""
    h = rng.uniform(1.0, 2.4)
    w, b = rng.uniform(0.6, 1.5), rng.uniform(0.5, 1.2)
    parts = [tube("pole", [(0, 0.05, 0), (0, 0.05, h / 2), (0, 0.05, h + b * 0.5)], 0.06, paint(0.0))]
    if rng.random() < 0.5:
        parts.append(block("board", (w, 0.06, b), paint(1.0), (0, 0, h)))
        parts[-1].rotation_euler.y = rng.choice((0, 0, math.pi / 4, rng.uniform(-0.2, 0.2)))
    else:
        made = turned("disc", [(0, 0), (b * 0.6, 0), (b * 0.6, 0.05), (0, 0.05)], paint(0.8))
        made.rotation_euler = (math.pi / 2, 0, 0)
        made.location = (0, 0, h + b * 0.5)
        parts.append(made)
    return parts


def umbrella(rng, paint):
    r, ribs = rng.uniform(0.8, 1.3), rng.randint(6, 10)
    h = rng.uniform(0.9, 2.0)
    profile = [(0.01, h + 0.5)] + [(r * t / 6, h + 0.5 * math.cos(t / 6 * math.pi / 2)) for t in range(1, 7)]
    cover = turned("cover", profile, paint(0.5), wobble=lambda a, _, z: -0.06 * abs(math.sin(ribs * a / 2)) * (h + 0.5 - z) * 2)
    return [cover, tube("stick", [(0, 0, h + 0.5), (0, 0, h * 0.5), (0, 0, 0.05)], 0.035, paint(0.0))]


def lamp(rng, paint):
    h = rng.uniform(0.8, 1.8)
    foot = turned("foot", [(0, 0), (0.4, 0), (0.42, 0.08), (0.06, 0.15), (0.06, h), (0, h)], paint())
    a, b = rng.uniform(0.15, 0.5), rng.uniform(0.4, 0.8)
    return [foot, turned("shade", [(b, h * 0.8), (a, h * 0.8 + 0.6), (a * 0.9, h * 0.8 + 0.6), (b * 0.95, h * 0.8)], paint(0.3))]


def sculpture(rng, paint):
    """Any symmetric heap of solids: what a category-free subject may look like."""
    tints = [paint() for _ in range(rng.randint(1, 4))]
    parts, z = [], 0.0
    for _ in range(rng.randint(1, 5)):
        s = rng.uniform(0.2, 0.7)
        tint = rng.choice(tints)
        kind = rng.choice(("lump", "block", "ring", "turned", "pair"))
        if kind == "lump":
            parts.append(lump("solid", (s * rng.uniform(0.6, 1.6), s, s), tint, (0, 0, z + s), rng.choice((0, 0.3, 0.8)), rng.random() * 99, 4))
            z += 1.6 * s
        elif kind == "block":
            parts.append(block("solid", (2 * s, 1.4 * s, s), tint, (0, 0, z), s * rng.uniform(0, 0.4)))
            z += s
        elif kind == "ring":
            parts.append(ring("solid", s, s * rng.uniform(0.1, 0.4), tint, (0, 0, z + s), (rng.choice((0, math.pi / 2)), rng.uniform(0, 1), 0)))
            z += 1.5 * s
        elif kind == "turned":
            parts.append(turned("solid", [(0, z), (s, z), (s * rng.uniform(0.2, 1.4), z + s), (0, z + s * 1.1)], tint, rng.choice((4, 6, 40))))
            z += s
        else:
            for side in (-1, 1):
                parts.append(lump("solid", (s * 0.4, s * 0.4, s), tint, (side * rng.uniform(0.4, 0.8), 0, z + s * 0.8), 0.1, 0, 3))
    return parts


def mesh_ball(rng, paint):
    """A round thing full of holes, as openwork and cages are."""
    tint, r, count = paint(0.0), rng.uniform(0.6, 1.0), rng.randint(6, 14)
    return [ring("strand", r, rng.uniform(0.03, 0.08), tint, (0, 0, r), tuple(rng.uniform(0, 3.2) for _ in range(3))) for _ in range(count)]


def cake(rng, paint):
    r, h = rng.uniform(0.5, 0.9), rng.uniform(0.3, 0.8)
    parts = [turned("plate", [(0, 0), (r * 1.3, 0.02), (r * 1.5, 0.12), (r * 1.47, 0.14), (0, 0.05)], paint(0.1))]
    parts.append(turned("cake", [(0, 0.05), (r, 0.05), (r, h), (r * 0.95, h + 0.05), (0, h + 0.05)], paint(0.0)))
    for number in range(rng.choice((0, 6, 10))):
        a = 2 * math.pi * number / 10
        parts.append(lump("topping", (0.12, 0.12, 0.12), paint(0.0) if number < 2 else parts[-1].data.materials[0], (r * 0.75 * math.cos(a), r * 0.75 * math.sin(a), h + 0.12), 0.2, number, 2))
    return parts


def banner(rng, paint):
    """A hung or draped cloth with folds."""
    w, h, folds, deep = rng.uniform(0.8, 1.8), rng.uniform(1.0, 2.4), rng.uniform(2, 7), rng.uniform(0.03, 0.2)
    phase = rng.uniform(0, 6)

    def point(u, v):
        sway = deep * math.sin(folds * math.pi * u + phase) * (1.2 - v)
        return ((u - 0.5) * w * (1 - 0.2 * v * (deep > 0.1)), sway, v * h)

    parts = [sheet("cloth", point, paint(0.8), 60, 30)]
    if rng.random() < 0.5:
        parts.append(tube("rod", [(-w * 0.6, 0, h), (0, 0, h), (w * 0.6, 0, h)], 0.04, paint(0.0)))
    return parts


def centre_of(parts):
    """The bounding box of parts in the world: (low, high)."""
    corners = [part.matrix_world @ Vector(corner) for part in parts for corner in part.bound_box]
    low = Vector([min(c[i] for c in corners) for i in range(3)])
    high = Vector([max(c[i] for c in corners) for i in range(3)])
    return low, high
