"""Batik: a length of stamped cloth, folded; over a bamboo rail; half unfolded on the floor."""

import math

import bpy

import props
import stage
from materials import Nodes, matte


def cloth_material(labels):
    nodes = Nodes("batik").set(Roughness=0.86, Sheen_Weight=0.06, Sheen_Roughness=0.4)
    image = nodes.add("ShaderNodeTexImage")
    image.image = bpy.data.images.load(str(labels / "batik_cloth.png"), check_existing=True)
    nodes.join(nodes.coordinates.outputs["UV"], image.inputs["Vector"])
    nodes.colour(image.outputs["Color"])
    weave = nodes.noise(nodes.mapping((1, 1, 1), "UV"), 900, 2)
    nodes.bump(weave, 0.16, 0.01)
    nodes.bump(nodes.noise(nodes.mapping(), 1.8, 5), 0.45, 0.12)
    return nodes.material


def sweep(name, path, width, material, left=0.0, length=11.2, ripple=0.0, thick=0.014):
    """Cloth that follows `path` [(y, z)] and is `width` wide along x; its pattern stays unstretched."""
    columns = max(24, int(width * 22))
    vertices, uvs, faces = [], [], []
    run = 0.0
    for row, (y, z) in enumerate(path):
        if row:
            run += math.dist(path[row - 1], (y, z))
        for column in range(columns + 1):
            x = (column / columns - 0.5) * width
            lift = ripple * (math.sin(2.1 * x + 0.6 * run) + 0.6 * math.sin(4.3 * x - 1.1 * run + 1.0))
            edge = 0.012 * math.sin(3.0 * run + 1.3)
            vertices.append((x + edge * (1 if column in (0, columns) else 0.6), y, z + lift))
            uvs.append((left + (column / columns) * width / 5.6, run / length))
    across = columns + 1
    for row in range(len(path) - 1):
        for column in range(columns):
            first = row * across + column
            faces.append((first, first + 1, first + across + 1, first + across))
    made = stage.mesh(name, vertices, faces, material, uvs=uvs)
    made.modifiers.new("thick", "SOLIDIFY").thickness = thick
    return made


def fold_path(depth, layers, rise, start=0.03):
    """To and fro, one layer above the other, with round bends; every other bend a little short."""
    path = []
    z = start
    for layer in range(layers):
        forward = layer % 2 == 0
        slip = 0.03 * math.sin(layer * 2.3)
        begin, end = (-depth / 2 + slip, depth / 2 - slip) if forward else (depth / 2 + slip, -depth / 2 - slip)
        sag = 0.02
        for step in range(25):
            t = step / 24
            path.append((begin + (end - begin) * t, z + sag * math.sin(t * math.pi * 2 + layer) * 0.5))
        if layer < layers - 1:
            centre, sign = end, 1 if forward else -1
            for step in range(1, 8):
                angle = -math.pi / 2 + step / 8 * math.pi
                path.append((centre + sign * rise * 0.62 * math.cos(angle), z + rise / 2 + rise / 2 * math.sin(angle)))
        z += rise
    return path


def folded(labels, location=(0, 0, 0), turn=0.0, layers=9, width=2.3, depth=1.7, left=0.0):
    material = cloth_material(labels)
    made = sweep("folded", fold_path(depth, layers, 0.075), width, material, left, ripple=0.004)
    made.location = location
    made.rotation_euler.z = turn
    return made


def hanging(labels, rail_height=3.1, width=2.6, front=2.5, back=2.1):
    """Over a rail: pleats that deepen towards the hem."""
    material = cloth_material(labels)
    columns, rows = 200, 190
    vertices, uvs, faces = [], [], []
    around = math.pi * 0.125
    total = front + around + back
    for row in range(rows + 1):
        s = row / rows * total
        for column in range(columns + 1):
            u = column / columns
            if s < front:
                fall = front - s
                y, z, deep = -0.125, rail_height - fall, fall / front
            elif s < front + around:
                angle = (s - front) / around * math.pi
                y, z, deep = -0.125 * math.cos(angle), rail_height + 0.125 * math.sin(angle), 0.0
            else:
                fall = s - front - around
                y, z, deep = 0.125, rail_height - fall, fall / back
            deep = deep**0.7
            pleat = math.sin(u * 5.2 * 2 * math.pi + 0.7 * math.sin(u * 9)) + 0.4 * math.sin(u * 11.3 * math.pi + 1.0 + deep)
            y += (0.23 * pleat * deep - 0.14 * deep) * (1 if s < front else 0.6)
            narrow = 1 - 0.07 * deep
            x = (u - 0.5) * width * narrow + 0.05 * math.cos(u * 5.2 * 2 * math.pi) * deep
            z += 0.03 * math.sin(u * 4) * deep
            vertices.append((x, y, z))
            uvs.append((u * width * 1.15 / 5.6, s / 11.2))
    across = columns + 1
    for row in range(rows):
        for column in range(columns):
            first = row * across + column
            faces.append((first, first + 1, first + across + 1, first + across))
    made = stage.mesh("hanging", vertices, faces, material, uvs=uvs)
    made.modifiers.new("thick", "SOLIDIFY").thickness = 0.012
    return made


def bamboo(start, end, radius=0.1):
    nodes = Nodes("bamboo").set(Roughness=0.35, Coat_Weight=0.2)
    streaks = nodes.noise(nodes.mapping((0.6, 9, 9)), 1.5, 4)
    nodes.colour(nodes.ramp(streaks, [(0.3, (0.34, 0.24, 0.08)), (0.7, (0.58, 0.45, 0.2))]))
    pole = stage.tube("bamboo", [tuple(a + (b - a) * t / 5 for a, b in zip(start, end)) for t in range(6)], radius, nodes.material)
    length = math.dist(start, end)
    for t in (0.06, 0.94):
        at = [tuple(a + (b - a) * (t + d) for a, b in zip(start, end)) for d in (-0.012 / length * 3, 0, 0.012 / length * 3)]
        stage.tube("knot", at, radius * 1.1, matte("knot", (0.3, 0.2, 0.07), 0.5))
    return pole


def plain(labels):
    stage.paper_sweep((0.87, 0.85, 0.8))
    folded(labels, turn=math.radians(-14))
    stage.window((-4.5, -1.5, 4.5), (0, 0, 0.4), (3.4, 3.6), 520)
    stage.room(strength=0.5)
    stage.camera((0.3, -4.6, 3.6), (0, 0, 0.2), lens=54, roll=0.7)


def on_rail(labels):
    stage.wall(2.2, (0.8, 0.77, 0.68), base=0)
    stage.tiled_floor((0.42, 0.16, 0.1), 2.0)
    bamboo((-3.2, 0, 3.1), (3.2, 0, 3.1))
    for x in (-2.2, 2.2):
        bamboo((x, 0.05, 0), (x, 0.05, 3.6), 0.12)
    hanging(labels)
    props.place(props.potted_plant(21, size=1.5), (2.9, 1.0, 0))
    stage.window((-4.5, -3.5, 5), (0, 0, 2), (3, 3), 640)
    stage.room(strength=0.46)
    stage.camera((0.35, -7.4, 2.9), (0, 0, 1.95), lens=52, roll=-0.9)


def floor(labels):
    stage.wooden_table(tone="pale")
    stage.wall(8, (0.5, 0.55, 0.5))
    depth = 1.7
    path = fold_path(depth, 8, 0.075)
    # The top layer slides off the stack and runs out over the table in low waves.
    top = path[-1][1]
    path += [(-depth / 2 - 0.34 * math.sin(t / 12 * math.pi / 2), 0.04 + (top - 0.04) * math.cos(t / 12 * math.pi / 2)) for t in range(1, 13)]
    path += [(-depth / 2 - 0.34 - 1.9 * t / 50, 0.04 + 0.1 * math.sin(t * 0.2 + 0.02 * t) ** 2) for t in range(1, 51)]
    opened = sweep("opened", path, 2.3, cloth_material(labels), ripple=0.004)
    opened.location = (0.1, 0.9, 0)
    opened.rotation_euler.z = math.radians(16)
    props.place(props.enamel_mug((0.06, 0.1, 0.22)), (1.9, 1.1, 0), 0.5)
    props.place(props.telephone(), (-2.2, -0.4, 0.04), -0.3)
    stage.window((4.5, 2, 4.5), (0, 0, 0.4), (2.6, 3), 520, (1.0, 0.88, 0.7))
    stage.room((0.72, 0.75, 0.8), strength=0.3)
    stage.camera((-0.2, -5.6, 4.4), (0.1, 0.0, 0.2), lens=44, focus=(0, 0.2, 0.4), fstop=0.9, roll=2.4)


SHOTS = {
    "1-polos": (plain, False),
    "2-gantung": (on_rail, True),
    "3-meja": (floor, False, {"cast": (1.1, 1.0, 0.78), "exposure": -0.3, "noise": 4.2}),
}
