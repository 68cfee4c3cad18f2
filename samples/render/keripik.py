"""Keripik tempe: a stand-up pouch, and its slices in a bowl."""

import math

import chips
import pouch
import props
import stage
from materials import matte, printed


def pack(labels):
    front = printed(labels / "keripik_front.png", roughness=0.3, coat=0.25, wrinkle=0.1)
    back = printed(labels / "keripik_back.png", roughness=0.3, coat=0.25, wrinkle=0.1)
    return pouch.build("pack", 1.5, 2.2, front, back, pressure=2.1)


def plain(labels):
    stage.paper_sweep((0.86, 0.82, 0.74))
    bag = pack(labels)
    bag.rotation_euler = (math.radians(-3), 0, math.radians(-9))
    stage.window((-5, -3, 5), (0, 0, 1), (4, 4), 560)
    stage.room(strength=0.5)
    stage.camera((0.3, -5.2, 2.1), (0, 0, 1.06), lens=64, roll=0.8)


def with_bowl(labels):
    stage.wooden_table(tone="teak")
    stage.wall(9, (0.62, 0.66, 0.6))
    bag = pack(labels)
    bag.rotation_euler = (math.radians(-4), 0, math.radians(8))
    bag.location = (-0.72, 0.55, 0)
    dish = chips.bowl(matte("glaze", (0.83, 0.8, 0.74), 0.15, coat=0.5), 1.0, 0.62)
    dish.location = (0.92, -0.1, 0)
    chips.heap((0.92, -0.1, 0.15), 70, [dish, stage.plane("rest", (8, 8), matte("rest", (0, 0, 0)), (0, 0, -0.005))], 0.34, seed=4, drop=0.25, vessel=(1.0, 0.62))
    loose = chips.heap((-0.25, -1.05, 0.0), 3, [stage.plane("rest", (8, 8), matte("rest", (0, 0, 0)), (0, 0, -0.006))], 0.5, seed=12, drop=0.1)
    assert loose
    props.place(props.drinking_glass(), (2.1, 2.2, 0))
    stage.window((-5.5, -0.6, 4.5), (0, 0, 0.6), (3.5, 4), 640)
    stage.room(strength=0.5)
    stage.camera((0.35, -6.0, 3.3), (0.2, 0.1, 0.82), lens=50, focus=(-0.5, 0.2, 0.9), fstop=0.8, roll=-0.6)


def kitchen(labels):
    stage.tiled_floor((0.6, 0.58, 0.52), 2.0)
    stage.wall(5.5, (0.66, 0.7, 0.68), tiles=True, base=0)
    bag = pack(labels)
    bag.rotation_euler = (math.radians(-3), 0, math.radians(12))
    bag.location = (0.15, 0, 0)
    second = bag.copy()
    stage.link(second)
    second.location = (1.75, 1.4, 0)
    second.rotation_euler.z = math.radians(-14)
    props.place(props.thermos(), (-2.1, 2.6, 0))
    props.place(props.sauce_bottle(), (-1.35, 1.5, 0))
    props.place(props.basin(), (3.4, 3.2, 0))
    props.place(props.enamel_mug(), (-1.5, -0.2, 0), 2.4)
    props.place(props.newspaper(), (0.9, -0.9, 0), 0.25)
    props.place(props.garlic(), (1.55, -0.7, 0))
    for number, (x, y) in enumerate([(1.2, -1.1), (1.75, -0.25), (-0.95, -1.0)]):
        bulb = props.shallot(number)
        bulb.location.x, bulb.location.y = x, y
    stage.window((1.5, -1.5, 7), (0, 0, 0.5), (1.2, 1.2), 420, (1.0, 0.83, 0.6))
    stage.room((0.7, 0.75, 0.85), strength=0.22)
    stage.camera((-0.2, -6.2, 3.4), (0.15, 0.2, 1.0), lens=46, focus=(0.15, 0, 1.1), fstop=1.0, roll=3.2)


SHOTS = {
    "1-polos": (plain, True),
    "2-mangkuk": (with_bowl, False),
    "3-dapur": (kitchen, True, {"cast": (1.16, 1.0, 0.7), "exposure": -0.35, "noise": 5.0}),
}
