"""Sambal bawang: a glass jar with a printed label and a red lid."""

import math

import props
import stage
from materials import Nodes, glass, matte, printed


def relish():
    """Coarsely ground chilli in oil, with seeds and bits of fried shallot."""
    nodes = Nodes("relish").set(Roughness=0.22, Coat_Weight=0.7, Coat_Roughness=0.08)
    vector = nodes.mapping()
    ground = nodes.noise(vector, 13, 8, 0.68, 0.5)
    paste = nodes.ramp(
        ground,
        [(0.36, (0.1, 0.004, 0.002)), (0.46, (0.36, 0.014, 0.005)), (0.55, (0.56, 0.04, 0.008)), (0.64, (0.66, 0.15, 0.025)), (0.72, (0.5, 0.2, 0.07))],
    )
    seeds = nodes.add("ShaderNodeTexVoronoi", Scale=19.0, Randomness=1.0)
    nodes.join(vector, seeds.inputs["Vector"])
    grain = nodes.ramp(seeds.outputs["Distance"], [(0.17, (1, 1, 1)), (0.22, (0, 0, 0))])
    some = nodes.ramp(nodes.noise(vector, 4, 2), [(0.47, (0, 0, 0)), (0.53, (1, 1, 1))])
    nodes.colour(nodes.mix(nodes.mix(1.0, grain, some, "MULTIPLY"), paste, (0.8, 0.52, 0.17)))
    nodes.bump(ground, 0.9, 0.09)
    nodes.bump(seeds.outputs["Distance"], -0.25, 0.03)
    return nodes.material


def jar(labels, turn=0.0):
    height, radius = 1.05, 0.42
    outside = [(0.0, 0.0), (radius - 0.06, 0.0), (radius - 0.01, 0.025), (radius, 0.08)]
    outside += [(radius, 0.08 + (height - 0.3) * t / 6) for t in range(1, 7)]
    outside += [(radius - 0.02, height - 0.14), (radius - 0.07, height - 0.06), (radius - 0.08, height + 0.1)]
    thick = 0.022
    inside = [(radius - 0.08 - thick, height + 0.1), (radius - 0.07 - thick, height - 0.08), (radius - thick, height - 0.16)]
    inside += [(radius - thick, 0.07), (radius - 0.06, 0.035), (0.0, 0.035)]
    vessel = stage.lathe("jar", outside + inside, glass((0.97, 0.99, 0.97)), 128)

    level = height - 0.13
    filling = [(0.0, 0.038), (radius - 0.07, 0.038), (radius - thick - 0.003, 0.08), (radius - thick - 0.003, level - 0.03), (radius - 0.11, level), (0.0, level + 0.005)]
    sauce = stage.lathe("sauce", filling, relish(), 128)

    band_low, band_high, segments = 0.13, 0.71, 128
    vertices, uvs, faces = [], [], []
    for step in range(segments + 1):
        angle = step / segments * 2 * math.pi
        for row, z in enumerate((band_low, band_high)):
            vertices.append(((radius + 0.004) * math.cos(angle), (radius + 0.004) * math.sin(angle), z))
            uvs.append((step / segments, row))
    for step in range(segments):
        faces.append((step * 2, step * 2 + 2, step * 2 + 3, step * 2 + 1))
    label = stage.mesh("label", vertices, faces, printed(labels / "sambal_label.png", roughness=0.4, coat=0.3), uvs=uvs)
    lid_radius = radius - 0.045
    ridged = stage.lathe(
        "lid",
        [(lid_radius, height - 0.05), (lid_radius + 0.012, height - 0.04), (lid_radius + 0.012, height + 0.12), (lid_radius - 0.02, height + 0.155), (lid_radius - 0.06, height + 0.15), (0.0, height + 0.145)],
        matte("lid", (0.5, 0.016, 0.012), 0.24, coat=0.5),
        240,
        wobble=lambda angle, ring, z: 0.006 * math.sin(60 * angle) if ring in (1, 2) else 0.0,
    )
    for part in (sauce, label, ridged):
        part.parent = vessel
    vessel.rotation_euler.z = turn
    return vessel


def dish():
    bowl = props.lathe(
        "dish",
        [(0.0, 0.04), (0.28, 0.04), (0.3, 0.0), (0.33, 0.0), (0.36, 0.05), (0.55, 0.24), (0.57, 0.25), (0.54, 0.25), (0.36, 0.1), (0.0, 0.08)],
        matte("glaze", (0.84, 0.83, 0.78), 0.12, coat=0.6),
    )
    profile = [(0.5, 0.2)] + [(0.48 * (1 - t / 14), 0.21 + 0.14 * math.sin(t / 14 * math.pi / 2)) for t in range(1, 15)]
    heap = stage.lathe("heap", profile, relish(), 120, wobble=lambda angle, ring, z: 0.02 * math.sin(5 * angle + ring) + 0.012 * math.sin(11 * angle - 2 * ring))
    heap.parent = bowl
    return bowl


def plain(labels):
    stage.paper_sweep((0.85, 0.84, 0.8))
    jar(labels)
    stage.window((-4, -2.4, 3.6), (0, 0, 0.5), (3, 3.4), 330)
    stage.room(strength=0.5)
    stage.camera((0.12, -3.4, 1.35), (0, 0, 0.58), lens=64, focus=(0, -0.42, 0.5), fstop=1.7, roll=0.6)


def table(labels):
    stage.wooden_table(tone="teak")
    stage.wall(8, (0.6, 0.55, 0.42))
    first = jar(labels, math.radians(6))
    first.location = (-0.55, 0.35, 0)
    second = jar(labels, math.radians(-20))
    second.location = (0.42, 1.05, 0)
    plateful = dish()
    plateful.location = (0.62, -0.25, 0)
    for number, (x, y, turn) in enumerate([(-0.35, -0.75, 0.3), (-0.6, -0.55, -0.25), (0.0, -1.0, 0.6), (1.35, 0.25, 1.3)]):
        fruit = props.chilli(number)
        fruit.location.x, fruit.location.y = x, y
        fruit.rotation_euler.z = turn
    for number, (x, y) in enumerate([(1.5, -0.35), (1.25, -0.62), (1.62, -0.02), (-1.35, -0.1)]):
        bulb = props.shallot(number + 3)
        bulb.location.x, bulb.location.y = x, y
    props.place(props.garlic(), (-1.3, 0.35, 0), 0.4)
    stage.window((-4, 1.6, 3.2), (0, 0, 0.4), (2.6, 3), 360)
    stage.room(strength=0.4)
    stage.camera((0.25, -4.4, 2.5), (0.16, 0.0, 0.46), lens=50, focus=(-0.5, -0.05, 0.5), fstop=1.0, roll=-0.4)


def kitchen(labels):
    stage.tiled_floor((0.7, 0.7, 0.64), 2.0)
    stage.wall(4.5, (0.74, 0.76, 0.7), tiles=True)
    jar(labels, math.radians(-9))
    props.place(props.sauce_bottle(), (-1.2, 1.4, 0))
    props.place(props.enamel_mug(), (1.15, 1.1, 0), 0.4)
    props.place(props.plate(), (1.3, -0.2, 0))
    props.place(props.thermos((0.1, 0.22, 0.3)), (-2.4, 2.4, 0))
    tool = props.spoon()
    tool.location = (-1.7, -0.5, 0)
    tool.rotation_euler.z = -0.4
    for number, (x, y, turn) in enumerate([(-1.1, 0.2, 2.0), (0.75, -0.75, 0.2)]):
        fruit = props.chilli(number + 7)
        fruit.location.x, fruit.location.y = x, y
        fruit.rotation_euler.z = turn
    props.place(props.garlic(), (-0.75, -0.35, 0))
    stage.window((0.8, -0.8, 5), (0, 0, 0.4), (1, 1), 190, (1.0, 0.84, 0.62))
    stage.room((0.7, 0.75, 0.85), strength=0.24)
    stage.camera((-0.15, -4.0, 2.1), (0.05, 0.2, 0.55), lens=50, focus=(0, -0.42, 0.5), fstop=1.1, roll=-2.8)


SHOTS = {
    "1-polos": (plain, True),
    "2-meja": (table, False),
    "3-dapur": (kitchen, True, {"cast": (1.14, 1.0, 0.74), "exposure": -0.3, "noise": 4.6}),
}
