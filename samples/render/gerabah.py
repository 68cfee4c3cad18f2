"""Gerabah: a wheel-thrown jar with a lid and two small cups."""

import math

import props
import stage
from materials import matte, terracotta


def thrown(points, steps=14, grooves=0.012):
    """A smooth profile through the points with the fingers' rings left on it."""
    profile = []
    for index in range(len(points) - 1):
        before = points[max(0, index - 1)]
        first, second = points[index], points[index + 1]
        after = points[min(len(points) - 1, index + 2)]
        for step in range(steps):
            t = step / steps
            value = []
            for axis in range(2):
                p0, p1, p2, p3 = before[axis], first[axis], second[axis], after[axis]
                value.append(0.5 * (2 * p1 + (p2 - p0) * t + (2 * p0 - 5 * p1 + 4 * p2 - p3) * t * t + (3 * p1 - p0 - 3 * p2 + p3) * t**3))
            radius = max(0.0, value[0])
            if radius > 0.2:
                radius += grooves * (math.sin(value[1] * 34) * 0.6 + math.sin(value[1] * 61 + 1.0) * 0.4)
            profile.append((radius, value[1]))
    profile.append(points[-1])
    return profile


def hand(angle, ring, height):
    """Nothing thrown by hand is quite round."""
    return 0.008 * math.sin(2 * angle + 1.4 * height) + 0.005 * math.sin(3 * angle - height)


def jar():
    clay = terracotta()
    outside = [(0.0, 0.0), (0.45, 0.0), (0.56, 0.06), (0.86, 0.55), (1.0, 1.05), (0.9, 1.5), (0.6, 1.8), (0.5, 1.93), (0.55, 2.06), (0.62, 2.1)]
    inside = [(0.55, 2.1), (0.46, 1.98), (0.46, 1.9), (0.56, 1.76), (0.84, 1.45), (0.92, 1.0), (0.5, 0.2), (0.0, 0.15)]
    body = stage.lathe("jar", thrown(outside) + thrown(inside, grooves=0.004), clay, 160, hand)
    # Cut bands and a pressed rope on the shoulder.
    rope = []
    for step in range(145):
        angle = step / 144 * 2 * math.pi
        rope.append((0.945 * math.cos(angle), 0.945 * math.sin(angle), 1.42 + 0.012 * math.sin(36 * angle)))
    cord = stage.tube("cord", rope, 0.032, clay)
    cord.parent = body
    for side in (-1, 1):
        ear = stage.tube("ear", [(side * 0.58, 0, 1.7), (side * 0.82, 0, 1.92), (side * 1.06, 0, 1.74), (side * 0.86, 0, 1.4)], 0.07, clay)
        ear.parent = body
    return body


def lid():
    clay = terracotta()
    profile = [(0.0, 0.0), (0.44, 0.0), (0.47, 0.04), (0.66, 0.05), (0.68, 0.09), (0.62, 0.14), (0.3, 0.27), (0.13, 0.33), (0.09, 0.38), (0.15, 0.47), (0.14, 0.54), (0.06, 0.58), (0.0, 0.585)]
    return stage.lathe("lid", thrown(profile, 8, 0.006), clay, 120, hand)


def cup(scale=1.0):
    points = [(0.0, 0.0), (0.3, 0.0), (0.34, 0.03), (0.42, 0.3), (0.44, 0.55), (0.47, 0.62)]
    inner = [(0.43, 0.62), (0.4, 0.54), (0.38, 0.3), (0.26, 0.08), (0.0, 0.06)]
    made = stage.lathe("cup", thrown(points, 10, 0.008) + thrown(inner, 8, 0.004), terracotta(), 110, hand)
    made.scale = (scale, scale, scale)
    return made


def plain(labels):
    stage.cloth_ground((0.78, 0.75, 0.68))
    stage.wall(9, (0.7, 0.68, 0.62))
    body, top = jar(), lid()
    body.rotation_euler.z = 0.3
    top.location = (0, 0, 2.09)
    stage.window((-5, -1.5, 4.5), (0, 0, 1), (3.5, 4), 540)
    stage.room(strength=0.4)
    stage.camera((0.2, -6.6, 3.0), (0, 0, 1.16), lens=58, fstop=1.0, roll=0.5)


def set_on_wood(labels):
    stage.wooden_table(tone="grey")
    stage.wall(9, (0.72, 0.66, 0.55))
    body, top = jar(), lid()
    body.location = (-0.75, 0.5, 0)
    body.rotation_euler.z = -0.25
    top.location = (0.75, -0.95, 0.32)
    top.rotation_euler = (math.radians(-62), 0, math.radians(25))
    top.location = (0.42, -0.62, 0.42)
    for number, (x, y) in enumerate([(1.15, 0.25), (1.75, -0.5)]):
        piece = cup(1.0 - 0.06 * number)
        piece.location = (x, y, 0)
        piece.rotation_euler.z = number * 2
    stage.window((5, 0.5, 4), (0, 0, 0.6), (3, 4), 620, (1.0, 0.92, 0.8))
    stage.room(strength=0.38)
    stage.camera((0.25, -6.6, 3.3), (0.2, 0, 0.95), lens=50, focus=(-0.6, 0, 1.1), fstop=0.8, roll=-0.5)


def terrace(labels):
    stage.tiled_floor((0.36, 0.11, 0.07), 2.0)
    stage.wall(7, (0.66, 0.64, 0.52))
    body, top = jar(), lid()
    body.rotation_euler.z = 0.5
    top.location = (0, 0, 2.09)
    for number, (x, y) in enumerate([(-2.6, 3.0), (2.5, 3.6), (-0.4, 4.6), (4.6, 4.4)]):
        props.place(props.potted_plant(number + 5, size=1.5 + 0.25 * (number % 3)), (x, y, 0))
    props.place(props.basin((0.08, 0.32, 0.2), 1.3), (2.6, 1.4, 0))
    piece = cup()
    piece.location = (-1.35, -0.5, 0)
    stage.sun((0.55, 0.5, -0.75), 3.4)
    stage.room((0.62, 0.75, 0.95), strength=0.5)
    stage.camera((0.5, -6.4, 3.6), (0.1, 0.3, 1.1), lens=46, focus=(0, 0, 1.2), fstop=0.9, roll=2.8)


SHOTS = {
    "1-polos": (plain, True),
    "2-set": (set_on_wood, False),
    "3-teras": (terrace, True, {"cast": (1.04, 1.0, 0.9), "exposure": 0.1, "noise": 3.0}),
}
