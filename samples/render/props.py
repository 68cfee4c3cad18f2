"""The things that stand about in a kitchen and on a terrace."""

import math
import random

import bpy

from materials import Nodes, glass, matte
from stage import lathe, mesh, tube


def place(thing, location, turn=0.0):
    thing.location = location
    thing.rotation_euler.z += turn
    return thing


def plate(colour=(0.85, 0.84, 0.8), radius=1.0):
    profile = [(0.0, 0.03), (radius * 0.55, 0.03), (radius * 0.58, 0.0), (radius * 0.62, 0.03), (radius * 0.97, 0.15), (radius, 0.17), (radius * 0.97, 0.175), (radius * 0.62, 0.07), (0.0, 0.06)]
    return lathe("plate", profile, matte("glaze", colour, 0.12, coat=0.5))


def drinking_glass(tea=True, height=1.1):
    thick = 0.025
    outside = [(0.0, 0.0), (0.28, 0.0), (0.3, 0.03)] + [(0.3 + 0.07 * t / 8, 0.03 + (height - 0.03) * t / 8) for t in range(1, 9)]
    inside = [(0.37 - thick - 0.07 * t / 8, height - (height - 0.12) * t / 8) for t in range(9)] + [(0.0, 0.12)]
    vessel = lathe("glass", outside + inside, glass())
    if tea:
        level = height * 0.78
        drink = [(0.0, 0.125)] + [(0.272 + 0.07 * t / 8 * 0.86, 0.125 + (level - 0.125) * t / 8) for t in range(9)] + [(0.0, level)]
        filled = lathe("tea", drink, glass((0.75, 0.3, 0.06)))
        filled.parent = vessel
    return vessel


def enamel_mug(colour=(0.05, 0.16, 0.1)):
    """The speckled tin mug of every Javanese kitchen."""
    nodes = Nodes("enamel").set(Roughness=0.15, Coat_Weight=0.6)
    specks = nodes.noise(nodes.mapping(), 16, 2)
    nodes.colour(nodes.ramp(specks, [(0.5, colour), (0.56, colour), (0.6, (0.8, 0.82, 0.76))]))
    profile = [(0.0, 0.0), (0.38, 0.0), (0.42, 0.04), (0.43, 0.8), (0.455, 0.82), (0.43, 0.835), (0.41, 0.8), (0.4, 0.06), (0.0, 0.05)]
    mug = lathe("mug", profile, nodes.material)
    handle = tube("handle", [(0.42, 0, 0.66), (0.6, 0, 0.7), (0.72, 0, 0.5), (0.62, 0, 0.26), (0.42, 0, 0.2)], 0.04, nodes.material)
    handle.parent = mug
    return mug


def thermos(colour=(0.5, 0.06, 0.05)):
    body = lathe("thermos", [(0.0, 0.0), (0.55, 0.0), (0.58, 0.05), (0.58, 2.1), (0.5, 2.3), (0.4, 2.38)], matte("lacquer", colour, 0.25, coat=0.5))
    cap = lathe("cap", [(0.4, 2.36), (0.42, 2.4), (0.42, 2.85), (0.36, 2.92), (0.0, 2.92)], matte("cap", (0.75, 0.74, 0.7), 0.35))
    cap.parent = body
    return body


def sauce_bottle():
    body = lathe(
        "bottle",
        [(0.0, 0.0), (0.3, 0.0), (0.33, 0.05), (0.33, 1.35), (0.28, 1.6), (0.13, 1.95), (0.12, 2.3), (0.0, 2.3)],
        matte("soy", (0.012, 0.006, 0.004), 0.08, coat=0.8),
    )
    cap = lathe("cap", [(0.14, 2.26), (0.15, 2.28), (0.15, 2.5), (0.0, 2.51)], matte("cap", (0.6, 0.05, 0.03), 0.4))
    band = lathe("band", [(0.335, 0.35), (0.337, 0.36), (0.337, 1.1), (0.335, 1.11)], matte("band", (0.75, 0.62, 0.2), 0.6))
    cap.parent = band.parent = body
    return body


def basin(colour=(0.1, 0.3, 0.5), radius=1.7):
    profile = [(0.0, 0.02), (radius * 0.7, 0.0), (radius * 0.75, 0.05), (radius * 0.97, 0.85), (radius * 1.05, 0.87), (radius * 1.05, 0.91), (radius * 0.95, 0.9), (radius * 0.72, 0.1), (0.0, 0.08)]
    return lathe("basin", profile, matte("plastic", colour, 0.35))


def telephone():
    """A phone lying face up, dark."""
    bpy.ops.mesh.primitive_cube_add(size=1)
    body = bpy.context.object
    body.scale = (0.75, 1.58, 0.08)
    body.location.z = 0.04
    bevel = body.modifiers.new("bevel", "BEVEL")
    bevel.width, bevel.segments = 0.03, 4
    body.data.materials.append(matte("phone", (0.008, 0.009, 0.011), 0.08, coat=1.0))
    return body


def leaf(material, length=1.0, width=0.34, curl=0.35):
    rows, columns = 14, 4
    vertices, faces = [], []
    for row in range(rows + 1):
        t = row / rows
        half = width / 2 * math.sin(math.pi * t**0.8) ** 0.9
        for column in range(-columns, columns + 1):
            side = column / columns
            vertices.append((side * half, length * t, -curl * t * t * length + 0.12 * width * side * side - 0.02 * math.cos(side * 3)))
    across = 2 * columns + 1
    for row in range(rows):
        for column in range(across - 1):
            first = row * across + column
            faces.append((first, first + 1, first + across + 1, first + across))
    return mesh("leaf", vertices, faces, material)


def foliage(colour=(0.06, 0.19, 0.035)):
    nodes = Nodes("leaf").set(Roughness=0.38, Subsurface_Weight=0.1, Subsurface_Scale=0.1)
    blotch = nodes.noise(nodes.mapping(), 3.0, 4)
    nodes.colour(nodes.ramp(blotch, [(0.3, tuple(part * 0.6 for part in colour)), (0.7, tuple(part * 1.5 for part in colour))]))
    return nodes.material


def potted_plant(seed=1, pot=(0.36, 0.13, 0.06), leaves=26, size=1.6):
    rng = random.Random(seed)
    vessel = lathe("pot", [(0.0, 0.0), (0.5, 0.0), (0.7, 1.0), (0.78, 1.0), (0.78, 1.2), (0.68, 1.2), (0.64, 1.0), (0.0, 0.98)], matte("pot", pot, 0.8, bump=0.15))
    green = foliage()
    for number in range(leaves):
        angle = number * 2.4 + rng.uniform(-0.3, 0.3)
        blade = leaf(green, size * rng.uniform(0.7, 1.2), size * rng.uniform(0.22, 0.34), rng.uniform(0.2, 0.8))
        blade.rotation_euler = (rng.uniform(0.3, 1.3), 0, angle)
        blade.location = (0.1 * math.cos(angle), 0.1 * math.sin(angle), 1.0)
        blade.parent = vessel
    return vessel


def chilli(seed=0, colour=(0.55, 0.015, 0.008)):
    """One curved red chilli with its green stalk, lying on the table."""
    rng = random.Random(seed)
    length, bend = rng.uniform(0.9, 1.25), rng.uniform(-0.5, 0.5)
    rings, segments = 22, 14
    vertices, faces = [], []
    for ring in range(rings + 1):
        t = ring / rings
        radius = 0.085 * (1 - t**2.2) ** 0.7 * (0.72 + 0.28 * min(1.0, t * 6)) * min(1.0, t * 14) ** 0.5 + 0.002
        x, y = length * t, bend * t * t * length * 0.6
        for step in range(segments):
            angle = step / segments * 2 * math.pi
            vertices.append((x, y + radius * math.cos(angle), 0.085 + radius * math.sin(angle)))
    for ring in range(rings):
        for step in range(segments):
            after = (step + 1) % segments
            faces.append((ring * segments + step, ring * segments + after, (ring + 1) * segments + after, (ring + 1) * segments + step))
    fruit = mesh("chilli", vertices, faces, matte("chilli", colour, 0.14, coat=0.7))
    stalk = tube("stalk", [(0.01, 0, 0.085), (-0.08, 0.01, 0.1), (-0.24, 0.05, 0.15)], 0.022, matte("stalk", (0.1, 0.22, 0.03), 0.5))
    stalk.parent = fruit
    return fruit


def shallot(seed=0):
    rng = random.Random(seed)
    nodes = Nodes("shallot").set(Roughness=0.28, Coat_Weight=0.3)
    stripes = nodes.noise(nodes.mapping((7, 7, 0.5)), 1.6, 3)
    nodes.colour(nodes.ramp(stripes, [(0.35, (0.2, 0.025, 0.05)), (0.55, (0.42, 0.09, 0.12)), (0.75, (0.6, 0.27, 0.24))]))
    size = rng.uniform(0.17, 0.23)
    profile = [(0.0, -size * 0.86)]
    for step in range(1, 18):
        t = step / 18
        profile.append((size * math.sin(math.pi * t) ** 0.8 * (1.0 - 0.25 * t), -size * 0.85 + t * size * 2.1))
    profile += [(size * 0.1, size * 1.35), (size * 0.05, size * 1.75), (0.0, size * 1.8)]
    bulb = lathe("shallot", profile, nodes.material, 40)
    bulb.rotation_euler = (math.pi / 2 + rng.uniform(-0.2, 0.2), 0, rng.uniform(0, 6.3))
    bulb.location.z = size * 0.9
    return bulb


def garlic(seed=0):
    nodes = Nodes("garlic").set(Roughness=0.5, Subsurface_Weight=0.2, Subsurface_Scale=0.1)
    stripes = nodes.noise(nodes.mapping((8, 8, 0.6)), 1.4, 3)
    nodes.colour(nodes.ramp(stripes, [(0.35, (0.62, 0.52, 0.46)), (0.6, (0.84, 0.79, 0.72))]))
    profile = [(0.0, 0.0), (0.12, 0.005), (0.24, 0.06), (0.29, 0.16), (0.25, 0.28), (0.14, 0.37), (0.06, 0.43), (0.045, 0.55), (0.05, 0.66), (0.0, 0.66)]
    return lathe("garlic", profile, nodes.material, 72, wobble=lambda angle, ring, height: 0.022 * abs(math.sin(4 * angle)) * (1 if 1 < ring < 6 else 0))


def spoon(material=None):
    material = material or matte("steel", (0.7, 0.7, 0.68), 0.2, metallic=1.0)
    rows, columns = 30, 6
    vertices, faces = [], []
    for row in range(rows + 1):
        t = row / rows
        x = t * 1.9
        half = 0.2 * math.sqrt(max(0.0, 1 - ((t - 0.16) / 0.165) ** 2))
        half = max(half + 0.006, 0.035 + 0.05 * max(0.0, t - 0.6) if t > 0.2 else 0.0)
        for column in range(-columns, columns + 1):
            side = column / columns
            depth = -0.09 * (1 - side * side) * max(0.0, 1 - ((t - 0.16) / 0.165) ** 2) if t < 0.33 else 0.0
            vertices.append((x, side * half, 0.11 + depth + 0.06 * math.sin(min(1.0, max(0.0, t - 0.25) * 2) * math.pi)))
    across = 2 * columns + 1
    for row in range(rows):
        for column in range(across - 1):
            first = row * across + column
            faces.append((first, first + 1, first + across + 1, first + across))
    made = mesh("spoon", vertices, faces, material)
    made.modifiers.new("thick", "SOLIDIFY").thickness = 0.015
    return made


def newspaper(width=3.0, depth=2.2):
    """A sheet that only reads as print from afar: grey columns and no words."""
    nodes = Nodes("newspaper").set(Roughness=0.9)
    lines = nodes.add("ShaderNodeTexBrick", Scale=1.0, offset=0.31, **{"Mortar Size": 0.022, "Brick Width": 0.62, "Row Height": 0.055})
    lines.inputs["Color1"].default_value = (0.33, 0.32, 0.3, 1)
    lines.inputs["Color2"].default_value = (0.44, 0.43, 0.4, 1)
    lines.inputs["Mortar"].default_value = (0.68, 0.66, 0.6, 1)
    nodes.join(nodes.mapping(), lines.inputs["Vector"])
    nodes.colour(lines.outputs["Color"])
    columns, rows = 40, 30
    vertices, faces = [], []
    for row in range(rows + 1):
        for column in range(columns + 1):
            x, y = (column / columns - 0.5) * width, (row / rows - 0.5) * depth
            vertices.append((x, y, 0.02 + 0.025 * (1 + math.sin(2.3 * x + 1.1 * y)) * (0.3 + abs(x) / width)))
    for row in range(rows):
        for column in range(columns):
            first = row * (columns + 1) + column
            faces.append((first, first + 1, first + columns + 2, first + columns + 1))
    return mesh("newspaper", vertices, faces, nodes.material)
