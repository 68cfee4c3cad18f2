"""Parametric parts and products; every builder takes a seeded `rng` and `paint()` for a surface.

Everything stands on z = 0 around the origin; one unit is ten centimetres.
"""

import math

import bpy
from mathutils import Vector, noise

from stage import lathe, mesh, tube


def turned(name, profile, material, segments=40, wobble=None):
    """A lathe with a UV map: u once around, v along the height."""
    made = lathe(name, profile, material, segments, wobble)
    top = max(height for _, height in profile) or 1.0
    layer = made.data.uv_layers.new(name="UVMap")
    for polygon in made.data.polygons:
        steps = [vertex % segments for vertex in polygon.vertices]
        for loop, step in zip(polygon.loop_indices, steps):
            around = 1.0 if step == 0 and max(steps) == segments - 1 else step / segments
            height = made.data.vertices[made.data.loops[loop].vertex_index].co.z
            layer.data[loop].uv = (2 * around, height / top)
    return made


def sheet(name, point, material, columns=32, rows=32):
    """A surface over the unit square: `point(u, v)` gives the place."""
    vertices, uvs, faces = [], [], []
    for row in range(rows + 1):
        for column in range(columns + 1):
            u, v = column / columns, row / rows
            vertices.append(point(u, v))
            uvs.append((u, v))
    for row in range(rows):
        for column in range(columns):
            first = row * (columns + 1) + column
            faces.append((first, first + 1, first + columns + 2, first + columns + 1))
    return mesh(name, vertices, faces, material, uvs=uvs)


def block(name, size, material, at=(0, 0, 0), bevel=0.03):
    """A box whose foot stands at `at`."""
    bpy.ops.mesh.primitive_cube_add(size=1)
    made = bpy.context.object
    made.name = name
    made.scale = size
    bpy.ops.object.transform_apply(location=False, rotation=False, scale=True)
    made.location = (at[0], at[1], at[2] + size[2] / 2)
    if bevel:
        modifier = made.modifiers.new("bevel", "BEVEL")
        modifier.width, modifier.segments = min(bevel, min(size) * 0.45), 3
    made.data.materials.append(material)
    return made


def lump(name, radii, material, at=(0, 0, 0), rough=0.0, seed=0.0, detail=3):
    """An ellipsoid about `at`, pushed in and out by noise of the given strength."""
    bpy.ops.mesh.primitive_ico_sphere_add(subdivisions=detail, radius=1.0)
    made = bpy.context.object
    made.name = name
    for vertex in made.data.vertices:
        push = 1 + rough * noise.noise(vertex.co * 1.7 + Vector((seed, seed * 0.7, 1.3)))
        vertex.co = Vector((vertex.co.x * radii[0], vertex.co.y * radii[1], vertex.co.z * radii[2])) * push
    made.data.polygons.foreach_set("use_smooth", [True] * len(made.data.polygons))
    made.location = at
    made.data.materials.append(material)
    return made


def ring(name, major, minor, material, at=(0, 0, 0), tilt=(0, 0, 0)):
    bpy.ops.mesh.primitive_torus_add(major_radius=major, minor_radius=minor, major_segments=48, minor_segments=12)
    made = bpy.context.object
    made.name = name
    made.location, made.rotation_euler = at, tilt
    made.data.polygons.foreach_set("use_smooth", [True] * len(made.data.polygons))
    made.data.materials.append(material)
    return made


def rounded_profile(points):
    """Doubles each point's neighbourhood so that corners read as rounded."""
    smooth = []
    for before, after in zip(points, points[1:]):
        for t in (0.0, 0.1, 0.5, 0.9):
            smooth.append(tuple(a + (b - a) * t for a, b in zip(before, after)))
    return smooth + [points[-1]]


def bottle(rng, paint):
    r, h = rng.uniform(0.25, 0.5), rng.uniform(1.2, 2.6)
    neck, shoulder = r * rng.uniform(0.25, 0.6), rng.uniform(0.5, 0.8)
    waist = r * rng.uniform(0.75, 1.1)
    body = paint()
    profile = [(0, 0), (r * 0.93, 0), (r, h * 0.03), (waist, h * shoulder * 0.5), (r, h * shoulder), (neck, h * min(0.9, shoulder + 0.17)), (neck, h), (0, h)]
    parts = [turned("bottle", rounded_profile(profile), body)]
    if rng.random() < 0.8:
        c = neck * rng.uniform(1.05, 1.4)
        parts.append(turned("cap", [(0, h * 0.99), (c, h * 0.95), (c, h * 1.06), (0, h * 1.06)], paint()))
    if rng.random() < 0.6:
        low, high = h * 0.15, h * shoulder * 0.85
        parts.append(turned("label", [(max(r, waist) * 1.015, low), (max(r, waist) * 1.015, high)], paint(1.0)))
    return parts


def jar(rng, paint):
    r, h = rng.uniform(0.4, 0.8), rng.uniform(0.6, 1.7)
    parts = [turned("jar", rounded_profile([(0, 0), (r * 0.92, 0), (r, h * 0.06), (r, h * 0.85), (r * 0.86, h * 0.95), (r * 0.86, h), (0, h)]), paint())]
    if rng.random() < 0.85:
        c = r * rng.uniform(0.88, 1.02)
        lid = h * rng.uniform(1.05, 1.2)
        parts.append(turned("lid", rounded_profile([(c, h * 0.93), (c, lid - 0.03), (c * 0.96, lid), (0, lid)]), paint()))
    if rng.random() < 0.7:
        parts.append(turned("label", [(r * 1.012, h * 0.15), (r * 1.012, h * 0.8)], paint(1.0)))
    return parts


def vase(rng, paint):
    h = rng.uniform(0.8, 2.4)
    profile = [(0, 0)]
    radius = rng.uniform(0.3, 0.6)
    knots = rng.randint(3, 6)
    for step in range(knots + 1):
        profile.append((radius, h * step / knots))
        radius = min(0.95, max(0.15, radius + rng.uniform(-0.35, 0.35)))
    profile += [(profile[-1][0] * 0.9, h * 0.985), (0, h * 0.6)]
    dense = []
    for a, b in zip(profile[1:], profile[2:-1]):
        for step in range(8):
            t = step / 8
            ease = t * t * (3 - 2 * t)
            dense.append((a[0] + (b[0] - a[0]) * ease, a[1] + (b[1] - a[1]) * t))
    parts = [turned("vase", [(0, 0), *dense, *profile[-2:]], paint())]
    for side in rng.choice(((), (), (0,), (0, math.pi))):
        x = profile[knots // 2 + 1][0] * 0.9
        points = [(x, 0, h * 0.35), (x + 0.35, 0, h * 0.4), (x + 0.35, 0, h * 0.7), (x, 0, h * 0.75)]
        parts.append(tube("ear", [(px * math.cos(side), px * math.sin(side), pz) for px, _, pz in points], 0.06, parts[0].data.materials[0]))
    return parts


def open_bowl(rng, paint, r, h, thick=0.04):
    steps = [(r * math.sin(t / 8 * math.pi / 2) ** 0.7, h * (1 - math.cos(t / 8 * math.pi / 2))) for t in range(1, 9)]
    inner = [(x - thick, y + thick * 0.3) for x, y in reversed(steps[1:])]
    return turned("bowl", [(0, 0), (r * 0.4, 0), *steps, *inner, (0, thick)], paint(0.15))


def bowl_of_food(rng, paint):
    r = rng.uniform(0.6, 1.2)
    h = r * rng.uniform(0.12, 0.7)
    parts = [open_bowl(rng, paint, r, h)]
    kind = rng.choice(("heap", "soup", "pieces", "empty", "mixed"))
    if kind in ("soup", "mixed"):
        parts.append(turned("soup", [(0, h * 0.75), (r * 0.9, h * 0.75), (r * 0.9, h * 0.74)], paint(0.0)))
    if kind == "heap":
        parts.append(lump("heap", (r * 0.85, r * 0.85, h * 0.5 + 0.2), paint(0.0), (0, 0, h * 0.7), 0.25, rng.random() * 99, 4))
    if kind in ("pieces", "mixed"):
        food = [paint(0.0) for _ in range(rng.randint(1, 3))]
        size = r * rng.uniform(0.1, 0.3)
        for _ in range(rng.randint(6, 26)):
            a, d = rng.uniform(0, 6.3), r * 0.7 * math.sqrt(rng.random())
            z = h * 0.7 + size * 0.5 + (r * 0.7 - d) * 0.35
            piece = lump("piece", (size, size * rng.uniform(0.5, 1), size * rng.uniform(0.3, 1)), rng.choice(food), (d * math.cos(a), d * math.sin(a), z), 0.3, rng.random() * 99, 2)
            piece.rotation_euler = [rng.uniform(0, 3) for _ in range(3)]
            parts.append(piece)
    return parts


def cup(rng, paint):
    r, h = rng.uniform(0.3, 0.5), rng.uniform(0.5, 1.2)
    top = r * rng.uniform(0.9, 1.5)
    body = paint()
    parts = [turned("cup", rounded_profile([(0, 0), (r, 0), (top, h), (top * 0.93, h), (r * 0.9, 0.05), (0, 0.05)]), body)]
    if rng.random() < 0.75:
        parts.append(turned("drink", [(0, h * 0.85), (top * 0.9, h * 0.85), (top * 0.9, h * 0.84)], paint(0.0)))
    if rng.random() < 0.65:
        x = (r + top) / 2
        parts.append(tube("handle", [(x * 0.95, 0, h * 0.8), (x + 0.35, 0, h * 0.85), (x + 0.35, 0, h * 0.25), (x * 0.85, 0, h * 0.2)], rng.uniform(0.035, 0.07), body))
    if rng.random() < 0.35:
        s = top * rng.uniform(1.4, 2)
        parts.append(turned("saucer", [(0, 0.0), (s * 0.6, 0.0), (s, 0.1), (s * 0.97, 0.12), (0, 0.03)], paint()))
    if rng.random() < 0.2:
        parts.append(tube("straw", [(0, 0, 0.1), (top * 0.7, 0, h * 1.4), (top * 1.1, 0, h * 1.5)], 0.03, paint(0.0)))
    return parts


def pouch(rng, paint):
    """A filled bag of film: bulging cushion between flat seals."""
    w, h, fat = rng.uniform(0.8, 1.5), rng.uniform(1.0, 2.2), rng.uniform(0.15, 0.4)
    seal, foot = rng.uniform(0.03, 0.12), rng.random() < 0.6
    crease = rng.uniform(0, 0.05)
    seed = rng.random() * 99

    def side(sign):
        def point(u, v):
            across = max(0.0, min(1.0, min(u, 1 - u) / (0.5) - seal * 0.5))
            up = min(v * (4 if foot else 1.6), (1 - v) * 1.6 - seal)
            bulge = fat * math.sqrt(max(0.0, min(1.0, across * 1.4))) * math.sqrt(max(0.0, min(1.0, up)))
            ripple = crease * noise.noise(Vector((u * 6, v * 8, seed + sign))) * (bulge > 0)
            x = (u - 0.5) * w * (1 - 0.25 * bulge)
            return (x, sign * (bulge + ripple) * (1.2 - 0.5 * v), v * h)
        return point

    front, back = paint(1.0), paint(1.0)
    parts = [sheet("front", side(-1), front, 24, 30), sheet("back", side(1), back, 24, 30)]
    if rng.random() < 0.4:
        angle = rng.uniform(-0.3, 0.3)
        for part in parts:
            part.rotation_euler = (angle if foot else 0, 0, 0)
    return parts


def carton(rng, paint):
    size = (rng.uniform(0.5, 1.6), rng.uniform(0.3, 1.3), rng.uniform(0.3, 2.0))
    parts = [block("carton", size, paint(0.7), bevel=rng.choice((0.005, 0.02, 0.1)))]
    if rng.random() < 0.3:
        band = paint()
        parts.append(block("ribbon", (size[0] * 0.16, size[1] * 1.02, size[2] * 1.02), band, bevel=0))
        parts.append(block("ribbon", (size[0] * 1.02, size[1] * 0.16, size[2] * 1.02), band, bevel=0))
        for tilt in (-0.7, 0.7):
            parts.append(ring("bow", 0.2, 0.05, band, (0.2 * (1 if tilt > 0 else -1), 0, size[2] + 0.15), (math.pi / 2, tilt, 0)))
    if rng.random() < 0.2:
        parts.append(block("second", tuple(rng.uniform(0.6, 0.95) * s for s in size), paint(0.7), (0, 0, size[2])))
    return parts


def flat_thing(rng, paint):
    """A book, phone, tablet, card, plate of soap, clock: thin and mostly one face."""
    if rng.random() < 0.35:
        r = rng.uniform(0.5, 1.0)
        parts = [turned("disc", [(0, 0), (r, 0), (r, 0.15), (r * 0.9, 0.18), (0, 0.12)], paint())]
        parts += [block("hand", (0.06, r * 0.7, 0.02), paint(0.0), (0, r * 0.3, 0.14), 0) for _ in range(rng.randint(0, 2))]
    else:
        w, d, t = rng.uniform(0.6, 1.6), rng.uniform(0.6, 2.0), rng.uniform(0.04, 0.35)
        parts = [block("slab", (w, d, t), paint(0.6), bevel=rng.choice((0.01, 0.05, 0.2)))]
        if rng.random() < 0.5:
            parts.append(block("screen", (w * 0.88, d * rng.uniform(0.4, 0.9), t * 0.02 + 0.01), paint(0.7), (0, 0, t), 0))
        for _ in range(rng.choice((0, 0, 3, 9))):
            parts.append(block("key", (w * 0.14, w * 0.1, 0.05), paint(0.0), (rng.uniform(-0.35, 0.35) * w, rng.uniform(-0.4, 0.4) * d, t)))
    if rng.random() < 0.6:
        for part in parts:
            stand_up(part, rng.uniform(1.1, 1.57))
    return parts


def stand_up(part, angle):
    """Turns a flat part about the x axis through the origin."""
    from mathutils import Matrix

    bpy.context.view_layer.update()
    part.matrix_world = Matrix.Rotation(angle, 4, "X") @ part.matrix_world


def tote(rng, paint):
    """A soft bag with one or two handles."""
    w, h, fat = rng.uniform(0.9, 1.8), rng.uniform(0.8, 1.8), rng.uniform(0.2, 0.5)
    taper, seed, skin = rng.uniform(0.75, 1.15), rng.random() * 99, paint(0.4)

    def side(sign):
        def point(u, v):
            edge = math.sqrt(max(0.0, math.sin(math.pi * u)))
            depth = fat * edge * (1 - 0.4 * v) + 0.04 * noise.noise(Vector((3 * u, 3 * v, seed)))
            width = 1 + (taper - 1) * v
            return ((u - 0.5) * w * width, sign * depth, h * v + 0.03 * noise.noise(Vector((5 * u, 2, seed))))
        return point

    parts = [sheet("bag", side(-1), skin, 24, 20), sheet("bag", side(1), skin, 24, 20)]
    strap = paint(0.0) if rng.random() < 0.6 else skin
    reach = rng.uniform(0.3, 1.0)
    for sign in rng.choice(((-1, 1), (-1, 1), (0,))):
        x = w * taper * rng.uniform(0.2, 0.45)
        y = sign * fat * 0.45
        parts.append(tube("handle", [(-x, y, h * 0.9), (-x * 0.9, y, h + reach), (x * 0.9, y, h + reach), (x, y, h * 0.9)], rng.uniform(0.03, 0.07), strap))
    if rng.random() < 0.4:
        parts.append(block("clasp", (w * 0.2, 0.05, 0.15), paint(0.0), (0, -fat * 0.8, h * 0.55)))
    return parts


def shoe(rng, paint, shift=0.0):
    """A last lofted from oval sections over a sole."""
    length, width = rng.uniform(1.8, 2.6), rng.uniform(0.6, 0.8)
    ankle, toe = rng.uniform(0.5, 1.4), rng.uniform(0.3, 0.45)
    upper, sole, lace = paint(0.1), paint(0.0), paint(0.0)
    thick = rng.uniform(0.08, 0.25)

    def half(t):
        return width / 2 * (0.35 + 0.65 * math.sin(math.pi * min(1, 0.15 + 0.85 * t)) ** 0.5) * (1 - 0.2 * math.exp(-((t - 0.4) ** 2) * 20))

    def height(t):
        return toe + (ankle - toe) / (1 + math.exp(14 * (t - 0.45))) if t < 0.93 else toe * math.sqrt(max(0, (1 - t) / 0.07))

    def point(u, v):
        a = math.pi * u
        return (v * length - length / 2, shift + half(v) * math.cos(a) * (1 - 0.25 * math.sin(a) * (height(v) > toe * 1.3)), thick + height(v) * math.sin(a) ** 0.7)

    def under(u, v):
        a = 2 * math.pi * u
        return (v * length * 1.04 - length * 0.52, shift + half(v) * 1.08 * math.cos(a), thick * (0.5 + 0.5 * math.sin(a)))

    parts = [sheet("upper", point, upper, 20, 30), sheet("sole", under, sole, 16, 30)]
    for number in range(rng.choice((0, 4, 6))):
        t = 0.5 + number * 0.05
        parts.append(tube("lace", [(t * length - length / 2, shift - half(t) * 0.5, thick + height(t) * 0.9), (t * length - length / 2, shift, thick + height(t) * 1.04), (t * length - length / 2 + 0.05, shift + half(t) * 0.5, thick + height(t) * 0.9)], 0.03, lace))
    return parts


def shoes(rng, paint):
    state = rng.getstate()
    parts = shoe(rng, paint)
    if rng.random() < 0.6:
        other = rng.random()
        rng.setstate(state)
        second = shoe(rng, paint, 1.0)
        for part in second:
            part.rotation_euler.z = other * 0.5
        parts += second
    return parts


def folded_cloth(rng, paint):
    w, d = rng.uniform(1.2, 2.2), rng.uniform(0.9, 1.8)
    parts, z = [], 0.0
    same = paint(0.8)
    for _ in range(rng.randint(1, 5)):
        t = rng.uniform(0.1, 0.3)
        made = block("fold", (w * rng.uniform(0.92, 1), d * rng.uniform(0.92, 1), t), same if rng.random() < 0.5 else paint(0.8), (rng.uniform(-0.05, 0.05), rng.uniform(-0.05, 0.05), z), t * 0.45)
        made.rotation_euler.z = rng.uniform(-0.06, 0.06)
        parts.append(made)
        z += t
    return parts


def garment(rng, paint):
    """A shirt, dress or trousers laid flat or hung, with folds."""
    long = rng.uniform(1.4, 3.0)
    seed, sleeve, flare = rng.random() * 99, rng.uniform(0, 1.0), rng.uniform(0.8, 1.8)
    skin = paint(0.6)

    def wave(x, z):
        return 0.12 * noise.noise(Vector((x * 2.5, z * 0.8, seed))) + 0.05 * noise.noise(Vector((x * 6, z * 3, seed)))

    def torso(u, v):
        w = 0.6 * (flare + (1 - flare) * v) if v < 0.85 else 0.6 * (1 - 2.6 * (v - 0.85))
        x = (u - 0.5) * 2 * w
        bulge = 0.14 * math.sin(math.pi * u)
        return (x, -bulge + wave(x, v * long), v * long)

    def arm(sign):
        def point(u, v):
            a, b = Vector((sign * 0.5, 0, long * 0.93)), Vector((sign * (0.7 + sleeve), 0, long * 0.93 - 0.3 - sleeve * 0.9))
            middle = a + (b - a) * v
            z = middle.z + (u - 0.5) * 0.5
            return (middle.x, -0.08 * math.sin(math.pi * u) + wave(middle.x, z), z)
        return point

    parts = [sheet("torso", torso, skin, 28, 40)]
    if sleeve > 0.15:
        parts += [sheet("sleeve", arm(-1), skin, 12, 18), sheet("sleeve", arm(1), skin, 12, 18)]
    if rng.random() < 0.5:
        for part in parts:
            stand_up(part, -1.5)
            part.location.z += 0.2
    return parts


def necklace(rng, paint):
    r, bead = rng.uniform(0.5, 0.9), rng.uniform(0.04, 0.13)
    tints = [paint(0.0) for _ in range(rng.randint(1, 3))]
    squash, count = rng.uniform(0.6, 1.3), int(2 * math.pi * r / (bead * 2.1))
    parts = []
    for number in range(count):
        a = 2 * math.pi * number / count
        parts.append(lump("bead", (bead,) * 3, tints[number % len(tints)], (r * math.cos(a), r * squash * math.sin(a), bead), detail=2))
    if rng.random() < 0.6:
        parts.append(lump("pendant", (0.15, 0.25, 0.08), paint(0.0), (0, -r * squash - 0.25, 0.1)))
    return parts


def finger_ring(rng, paint):
    r = rng.uniform(0.3, 0.7)
    parts = [ring("band", r, rng.uniform(0.04, 0.12), paint(0.0), (0, 0, r), (math.pi / 2, 0, rng.uniform(-0.5, 0.5)))]
    parts.append(lump("stone", (0.15, 0.15, 0.13), paint(0.0), (0, 0, 2 * r + 0.1), detail=rng.choice((1, 3))))
    return parts


def basket(rng, paint):
    r, h = rng.uniform(0.6, 1.1), rng.uniform(0.4, 1.1)
    top = r * rng.uniform(0.9, 1.4)
    weave = paint("woven")
    parts = [turned("basket", [(0, 0), (r, 0), ((r + top) / 2 * 1.05, h * 0.5), (top, h), (top * 0.95, h), (r * 0.93, 0.06), (0, 0.06)], weave, 56)]
    parts.append(ring("rim", top, 0.05, weave, (0, 0, h)))
    if rng.random() < 0.6:
        high = h + rng.uniform(0.5, 1.1)
        parts.append(tube("handle", [(-top, 0, h * 0.8), (-top * 0.9, 0, high), (top * 0.9, 0, high), (top, 0, h * 0.8)], 0.06, weave))
    for _ in range(rng.choice((0, 0, 5, 12))):
        a, d, s = rng.uniform(0, 6.3), top * 0.6 * math.sqrt(rng.random()), rng.uniform(0.15, 0.35)
        parts.append(lump("fruit", (s, s, s * rng.uniform(0.7, 1.3)), paint(0.0), (d * math.cos(a), d * math.sin(a), h * 0.75 + s * 0.5), 0.15, rng.random() * 99))
    return parts
