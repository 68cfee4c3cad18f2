"""Anyaman: a bag plaited of pandan strips, its tray, and a small box."""

import math
import random

import bpy

import props
import stage
from materials import matte, strip

NATURAL = [(0.36, 0.22, 0.09), (0.5, 0.34, 0.15), (0.6, 0.44, 0.22), (0.68, 0.53, 0.3)]
DYED = [(0.2, 0.035, 0.03), (0.3, 0.06, 0.045)]


def ribbon(name, path, width_vectors, tint, material):
    """A flat strip along `path`; `width_vectors` point from its middle to one edge."""
    vertices, uvs, faces = [], [], []
    length = 0.0
    for number, (point, half) in enumerate(zip(path, width_vectors)):
        if number:
            length += math.dist(point, path[number - 1])
        for side in (-1, 0, 1):
            vertices.append(tuple(point[axis] + side * half[axis] for axis in range(3)))
            uvs.append((length, side * 0.5 + 0.5 + tint * 7))
    for number in range(len(path) - 1):
        for side in range(2):
            first = number * 3 + side
            faces.append((first, first + 1, first + 4, first + 3))
    made = stage.mesh(name, vertices, faces, material, uvs=uvs)
    layer = made.data.attributes.new("tint", "FLOAT", "POINT")
    layer.data.foreach_set("value", [tint] * len(vertices))
    made.modifiers.new("thick", "SOLIDIFY").thickness = 0.016
    return made


def outline(t, half_x, half_y, power=5.0):
    """A point on a rounded rectangle, `t` from 0 to 1 once around by length, and its outward normal."""
    table = outline.tables.setdefault((half_x, half_y, power), None)
    if table is None:
        points, total = [], 0.0
        previous = None
        for step in range(1441):
            angle = step / 1440 * 2 * math.pi
            c, s = math.cos(angle), math.sin(angle)
            x = half_x * math.copysign(abs(c) ** (2 / power), c)
            y = half_y * math.copysign(abs(s) ** (2 / power), s)
            if previous:
                total += math.dist(previous, (x, y))
            previous = (x, y)
            points.append((total, x, y))
        table = outline.tables[(half_x, half_y, power)] = (points, total)
    points, total = table
    wanted = (t % 1.0) * total
    low, high = 0, len(points) - 1
    while high - low > 1:
        middle = (low + high) // 2
        if points[middle][0] <= wanted:
            low = middle
        else:
            high = middle
    share = (wanted - points[low][0]) / max(1e-9, points[high][0] - points[low][0])
    x = points[low][1] + share * (points[high][1] - points[low][1])
    y = points[low][2] + share * (points[high][2] - points[low][2])
    dx, dy = points[high][1] - points[low][1], points[high][2] - points[low][2]
    size = math.hypot(dx, dy) or 1.0
    return x, y, dy / size, -dx / size


outline.tables = {}


def woven_wall(half_x, half_y, height, flare, step=0.112, gap=0.93, dyed=(), seed=3, thickness=0.013):
    """Upright and level strips that pass over two and under two (twill)."""
    rng = random.Random(seed)
    natural, coloured = strip(NATURAL), strip(DYED)
    around = 2 * math.pi * math.sqrt((half_x**2 + half_y**2) / 2) * 1.12
    uprights = round(around / step / 4) * 4
    levels = round(height / step)
    parts = []

    def point(t, z, lift):
        grown = 1 + flare * z / height
        belly = 0.05 * math.sin(math.pi * min(1.0, z / height))
        x, y, nx, ny = outline(t, half_x, half_y)
        x, y = x * grown, y * grown
        return (x + nx * (lift + belly), y + ny * (lift + belly), z)

    def over(upright, level):
        return (upright + level) % 4 < 2

    def lifting(position, index, upright_strip):
        """Height of a strip above the middle surface at a fractional crossing."""
        before, after = math.floor(position), math.floor(position) + 1

        def at(crossing):
            first = over(index, crossing) if upright_strip else not over(crossing, index)
            return 1.0 if first else -1.0

        share = position - before
        share = share * share * (3 - 2 * share)
        return (at(before) * (1 - share) + at(after) * share) * thickness

    for upright in range(uprights):
        t = (upright + 0.5) / uprights
        lean = rng.uniform(-0.0012, 0.0012)
        path, halves = [], []
        samples = levels * 4
        for sample in range(samples + 1):
            position = sample / 4 - 0.5
            z = (sample / samples) * height
            here = t + lean * sample / samples
            path.append(point(here, z, lifting(position, upright, True)))
            ahead = point(here + 0.25 / uprights, z, 0.0)
            behind = point(here - 0.25 / uprights, z, 0.0)
            halves.append(tuple((a - b) * gap for a, b in zip(ahead, behind)))
        parts.append(ribbon("upright", path, halves, rng.random(), natural))
    for level in range(levels):
        z = (level + 0.5) / levels * height
        path, halves = [], []
        samples = uprights * 4
        for sample in range(samples + 1):
            position = sample / 4 - 0.5
            t = sample / samples
            crossing = position % uprights
            path.append(point(t, z, lifting(crossing, level, False) if crossing <= uprights - 1 else lifting(uprights - 1, level, False)))
            halves.append((0, 0, height / levels / 2 * gap))
        parts.append(ribbon("level", path, halves, rng.random(), coloured if level in dyed else natural))
    lining = []
    for row in range(2):
        for sample in range(200):
            lining.append(point(sample / 200, row * (height - 0.02), -thickness * 2.4))
    faces = [(i, (i + 1) % 200, 200 + (i + 1) % 200, 200 + i) for i in range(200)]
    faces.append(tuple(range(200)))
    parts.append(stage.mesh("lining", lining, faces, matte("lining", (0.3, 0.2, 0.1), 0.9), smooth=False))
    # A rolled rim, whipped with one strip.
    rim = [point(sample / 240, height + 0.01, 0.0) for sample in range(241)]
    parts.append(stage.tube("rim", rim, 0.062, natural_rope()))
    return parts, point


def natural_rope(dark=False):
    from materials import Nodes

    nodes = Nodes("rope").set(Roughness=0.62)
    wave = nodes.add("ShaderNodeTexWave", Scale=5.0, Distortion=1.5, bands_direction="DIAGONAL")
    nodes.join(nodes.mapping((1.6, 1.6, 1.6)), wave.inputs["Vector"])
    low, high = ((0.1, 0.03, 0.02), (0.26, 0.07, 0.045)) if dark else ((0.32, 0.19, 0.08), (0.62, 0.45, 0.23))
    nodes.colour(nodes.ramp(wave.outputs["Fac"], [(0.1, low), (0.7, high)]))
    nodes.bump(wave.outputs["Fac"], 0.8, 0.05)
    return nodes.material


def gather(parts, location=(0, 0, 0), turn=0.0, lean=0.0):
    handle = bpy.data.objects.new("place", None)
    stage.link(handle)
    for part in parts:
        if part.parent is None:
            part.parent = handle
    handle.location = location
    handle.rotation_euler = (lean, 0, turn)
    return handle


def bag(location=(0, 0, 0), turn=0.0):
    height = 1.9
    parts, point = woven_wall(1.25, 0.42, height, 0.12, dyed=(6, 7, 11))
    for y_side, t_centre in ((-1, 0.75), (1, 0.25)):
        x_reach = 0.52
        rope = natural_rope(True)
        y = y_side * 0.5
        path = []
        for step in range(31):
            s = step / 30
            angle = math.pi * s
            x = -x_reach * math.cos(angle)
            z = height - 0.35 + 1.32 * math.sin(angle) ** 0.7
            inward = 0.13 * math.sin(angle)
            path.append((x, y - y_side * inward + y_side * 0.07 * (1 - math.sin(angle)), z))
        parts.append(stage.tube("handle", path, 0.062, rope))
        for side in (-1, 1):
            knot = [(side * x_reach, y + y_side * 0.075, height - 0.42 + 0.05 * k) for k in range(4)]
            parts.append(stage.tube("knot", knot, 0.1, rope))
    return gather(parts, location, turn)


def box(location=(0, 0, 0), turn=0.0, size=0.55, height=0.55):
    parts, _ = woven_wall(size, size, height, 0.05, step=0.08, seed=8, dyed=(3,))
    return gather(parts, location, turn)


def plain(labels):
    stage.paper_sweep((0.84, 0.83, 0.8))
    bag(turn=math.radians(-16))
    stage.window((-5, -3, 5), (0, 0, 1), (4, 4), 620)
    stage.room(strength=0.48)
    stage.camera((0.4, -7.2, 3.1), (0, 0, 1.32), lens=56, roll=0.6)


def with_boxes(labels):
    stage.wooden_table(tone="pale")
    stage.wall(9, (0.6, 0.68, 0.66))
    bag((-0.9, 0.6, 0), math.radians(12))
    box((1.35, 0.3, 0), 0.3)
    box((0.72, -0.85, 0), -0.2, 0.42, 0.4)
    stage.window((-5.5, 1.0, 4.5), (0, 0, 0.6), (3, 4), 680)
    stage.room(strength=0.42)
    stage.camera((0.3, -7.2, 3.5), (0.1, 0, 1.1), lens=47, focus=(-0.6, 0.2, 1.0), fstop=0.8, roll=-0.6)


def terrace(labels):
    stage.tiled_floor((0.5, 0.47, 0.4), 3.0)
    stage.wall(8, (0.42, 0.52, 0.46))
    bag((0, 0, 0), math.radians(18))
    for number, (x, y) in enumerate([(-2.9, 3.2), (3.0, 2.8), (0.9, 4.6)]):
        props.place(props.potted_plant(number + 11, size=1.7), (x, y, 0))
    props.place(props.enamel_mug((0.5, 0.5, 0.46)), (1.9, -0.2, 0), -0.6)
    props.place(props.newspaper(), (-1.7, -0.6, 0), -0.3)
    stage.sun((0.6, 0.35, -0.7), 2.6)
    stage.room((0.62, 0.75, 0.95), strength=0.42)
    stage.camera((-0.5, -7.0, 4.0), (0.05, 0.2, 1.2), lens=44, focus=(0, 0, 1.2), fstop=0.9, roll=-2.6)


SHOTS = {
    "1-polos": (plain, True),
    "2-set": (with_boxes, False),
    "3-teras": (terrace, True, {"cast": (0.93, 1.03, 0.94), "exposure": -0.25, "noise": 3.6}),
}
