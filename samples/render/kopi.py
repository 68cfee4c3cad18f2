"""Kopi bubuk: a kraft pouch with a printed sticker, beans, a cup of kopi tubruk."""

import math
import random

import bpy

import chips
import pouch
import props
import stage
from materials import Nodes, matte, printed


def pack(labels):
    front = printed(labels / "kopi_front.png", roughness=0.62, wrinkle=0.05)
    back = printed(labels / "kopi_back.png", roughness=0.62, wrinkle=0.05)
    bag = pouch.build("pack", 1.45, 2.05, front, back, pressure=2.2, frames=24, seed=2.0)
    return bag


def bean_material():
    nodes = Nodes("roasted").set(Roughness=0.34, Coat_Weight=0.15)
    info = nodes.add("ShaderNodeObjectInfo")
    nodes.colour(nodes.ramp(info.outputs["Random"], [(0.0, (0.035, 0.014, 0.007)), (1.0, (0.085, 0.034, 0.015))]))
    nodes.bump(nodes.noise(nodes.mapping(), 22, 4), 0.12, 0.02)
    return nodes.material


def bean():
    """Flat on one side with a bent groove, as a coffee bean is."""
    rings, segments = 24, 32
    vertices, faces = [], []
    for ring in range(rings + 1):
        theta = ring / rings * math.pi
        for step in range(segments):
            phi = step / segments * 2 * math.pi
            x = 0.062 * math.cos(theta)
            y = 0.044 * math.sin(theta) * math.cos(phi)
            z = 0.03 * math.sin(theta) * math.sin(phi)
            if z > 0:
                z *= 0.55
                groove = math.exp(-(((y - 0.006 * math.sin(x * 50)) / 0.006) ** 2))
                z -= 0.016 * groove * math.sin(theta)
            vertices.append((x, y, z))
    for ring in range(rings):
        for step in range(segments):
            after = (step + 1) % segments
            faces.append((ring * segments + step, ring * segments + after, (ring + 1) * segments + after, (ring + 1) * segments + step))
    return stage.mesh("bean", vertices, faces, bean_material())


def beans(centre, count, spread, seed=1):
    rng = random.Random(seed)
    first = bean()
    for number in range(count):
        piece = first if number == 0 else first.copy()
        if number:
            bpy.context.scene.collection.objects.link(piece)
        angle, reach = rng.uniform(0, 6.3), abs(rng.gauss(0, spread))
        piece.location = (centre[0] + reach * 1.5 * math.cos(angle), centre[1] + reach * math.sin(angle), 0.025 + max(0.0, 0.09 - reach * 0.2) * rng.random())
        piece.rotation_euler = (rng.choice([0.1, -0.2, math.pi, math.pi + 0.2]) + rng.uniform(-0.3, 0.3), rng.uniform(-0.3, 0.3), rng.uniform(0, 6.3))


def cup():
    """A white cup of black coffee on a saucer, with the foam of kopi tubruk."""
    glaze = matte("glaze", (0.84, 0.83, 0.79), 0.1, coat=0.6)
    profile = [(0.0, 0.04), (0.22, 0.04), (0.24, 0.0), (0.27, 0.02), (0.34, 0.2), (0.41, 0.42), (0.43, 0.6), (0.445, 0.62), (0.425, 0.625), (0.4, 0.58), (0.37, 0.4), (0.3, 0.2), (0.2, 0.08), (0.0, 0.07)]
    vessel = stage.lathe("cup", profile, glaze)
    nodes = Nodes("coffee").set(Roughness=0.06)
    foam = nodes.noise(nodes.mapping(), 7, 6, 0.7, 0.6)
    nodes.colour(nodes.ramp(foam, [(0.52, (0.012, 0.005, 0.002)), (0.62, (0.16, 0.075, 0.03)), (0.7, (0.3, 0.17, 0.08))]))
    drink = stage.lathe("coffee", [(0.0, 0.52), (0.3, 0.52), (0.385, 0.523)], nodes.material)
    handle = stage.tube("handle", [(0.4, 0, 0.5), (0.56, 0, 0.54), (0.64, 0, 0.38), (0.52, 0, 0.22), (0.34, 0, 0.2)], 0.035, glaze)
    saucer = props.plate((0.84, 0.83, 0.79), 0.72)
    for part in (drink, handle, saucer):
        part.parent = vessel
    saucer.location.z = -0.05
    vessel.location.z = 0.06
    return vessel


def plain(labels):
    stage.paper_sweep((0.8, 0.82, 0.82))
    bag = pack(labels)
    bag.rotation_euler = (math.radians(-3), 0, math.radians(9))
    stage.window((5, -3, 4.5), (0, 0, 1), (4, 4), 520)
    stage.room(strength=0.5)
    stage.camera((-0.2, -5.2, 2.0), (0, 0, 1.0), lens=64, roll=-0.7)


def table(labels):
    stage.wooden_table(tone="dark")
    stage.wall(8, (0.5, 0.44, 0.36))
    bag = pack(labels)
    bag.rotation_euler = (math.radians(-4), 0, math.radians(-6))
    bag.location = (-0.55, 0.6, 0)
    vessel = cup()
    vessel.location.x, vessel.location.y = 1.15, 0.1
    vessel.rotation_euler.z = -0.5
    beans((0.35, -0.75), 130, 0.36, seed=3)
    tool = props.spoon()
    tool.location = (1.2, -0.95, 0)
    tool.rotation_euler.z = 0.35
    props.place(props.potted_plant(4, leaves=18, size=1.2), (2.9, 3.2, 0))
    stage.window((-5, -0.8, 4.2), (0, 0, 0.6), (3, 4), 680)
    stage.room(strength=0.5)
    stage.camera((0.4, -5.8, 3.0), (0.25, 0.1, 0.8), lens=50, focus=(-0.4, 0.2, 0.9), fstop=0.75, roll=0.5)


def floor(labels):
    stage.tiled_floor((0.72, 0.7, 0.64), 3.0)
    stage.wall(8, (0.55, 0.6, 0.5))
    bag = pack(labels)
    bag.rotation_euler = (math.radians(-3), 0, math.radians(-14))
    props.place(props.drinking_glass(), (1.5, 0.9, 0))
    props.place(props.telephone(), (-1.7, -0.3, 0.04), 0.5)
    props.place(props.basin((0.45, 0.08, 0.1), 1.5), (-2.8, 3.4, 0))
    props.place(props.potted_plant(2), (2.9, 3.6, 0))
    stage.tube("cable", [(-1.4, 0.5, 0.03), (-0.9, 1.4, 0.03), (0.4, 1.5, 0.03), (1.1, 2.6, 0.03), (2.4, 2.2, 0.03), (4, 2.8, 0.03)], 0.03, matte("cable", (0.8, 0.8, 0.8), 0.4))
    stage.window((3, 4.5, 5), (0, 0, 0.5), (2.5, 3), 480, (0.85, 0.93, 1.0))
    stage.room((0.6, 0.72, 0.85), strength=0.28)
    stage.camera((-0.4, -5.6, 3.6), (0.0, 0.2, 0.92), lens=52, focus=(0, 0, 1.0), fstop=1.0, roll=-3.4)


SHOTS = {
    "1-polos": (plain, True),
    "2-meja": (table, False),
    "3-lantai": (floor, True, {"cast": (0.86, 0.98, 1.16), "exposure": -0.5, "noise": 5.0, "haze": 0.03}),
}
