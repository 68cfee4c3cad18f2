"""Slices of fried tempe, and a heap of them that fell into a bowl."""

import math
import random

import bpy

from materials import fried_tempe
from stage import lathe, mesh


def slice_mesh(seed, material):
    rng = random.Random(seed)
    rings, segments = 9, 36
    radius = rng.uniform(0.25, 0.3)
    bend, twist, turn = rng.uniform(-0.07, 0.07), rng.uniform(-0.05, 0.05), rng.uniform(0, math.pi)
    ripple = [(rng.randint(2, 5), rng.uniform(0, 6.3), rng.uniform(0.003, 0.012)) for _ in range(4)]
    outline = [(rng.randint(2, 7), rng.uniform(0, 6.3), rng.uniform(0.006, 0.022)) for _ in range(5)]
    vertices, faces = [], []

    def surface(ring, segment, side):
        angle = segment / segments * 2 * math.pi
        reach = ring / rings
        edge = radius * (1 + sum(size * math.sin(count * angle + phase) for count, phase, size in outline) / 0.3 * 0.5)
        x, y = edge * reach * math.cos(angle), edge * reach * math.sin(angle)
        along = x * math.cos(turn) + y * math.sin(turn)
        across = -x * math.sin(turn) + y * math.cos(turn)
        z = bend * (along / radius) ** 2 + twist * along * across / radius**2
        z += sum(size * reach * math.sin(count * angle + phase) for count, phase, size in ripple)
        lump = 0.006 * math.sin(41 * x + seed) * math.sin(37 * y + 2 * seed)
        half = 0.019 * (1 - 0.75 * reach**6)
        return (x, y, z + side * (half + lump))

    for side in (1, -1):
        for ring in range(rings + 1):
            for segment in range(segments):
                vertices.append(surface(ring, segment, side))
    per_side = (rings + 1) * segments
    for side in range(2):
        base = side * per_side
        for ring in range(rings):
            for segment in range(segments):
                after = (segment + 1) % segments
                quad = (
                    base + ring * segments + segment,
                    base + (ring + 1) * segments + segment,
                    base + (ring + 1) * segments + after,
                    base + ring * segments + after,
                )
                faces.append(quad if side == 0 else tuple(reversed(quad)))
    for segment in range(segments):
        after = (segment + 1) % segments
        outer = rings * segments
        faces.append((outer + segment, per_side + outer + segment, per_side + outer + after, outer + after))
    return mesh(f"slice {seed}", vertices, faces, material)


def bowl(material, radius=1.0, height=0.5):
    """A shallow bowl with a foot; the heap's floor is its inside."""
    profile = [(0.0, 0.05), (radius * 0.42, 0.05), (radius * 0.45, 0.0), (radius * 0.48, 0.0), (radius * 0.5, 0.05)]
    for step in range(1, 13):
        t = step / 12
        profile.append((radius * (0.5 + 0.5 * math.sin(t * math.pi / 2) ** 0.9), 0.05 + (height - 0.05) * t**1.6))
    profile.append((radius * 1.01, height + 0.02))
    profile.append((radius * 0.97, height + 0.01))
    for step in range(12, -1, -1):
        t = step / 12
        profile.append((radius * (0.46 + 0.5 * math.sin(t * math.pi / 2) ** 0.9), 0.11 + (height - 0.08) * t**1.6))
    profile.append((0.0, 0.11))
    return lathe("bowl", profile, material)


def settle(pieces, solids, frames=70):
    """Lets the pieces fall onto the solids and freezes them where they come to rest."""
    scene = bpy.context.scene
    if scene.rigidbody_world is None:
        bpy.ops.rigidbody.world_add()
    world = scene.rigidbody_world
    world.collection = world.collection or bpy.data.collections.new("solid world")
    world.substeps_per_frame = 12
    world.point_cache.frame_end = frames
    for solid in solids:
        world.collection.objects.link(solid)
        solid.rigid_body.type = "PASSIVE"
        solid.rigid_body.collision_shape = "MESH"
        solid.rigid_body.collision_margin = 0.004
        solid.rigid_body.friction = 0.7
    for piece in pieces:
        world.collection.objects.link(piece)
        piece.rigid_body.type = "ACTIVE"
        piece.rigid_body.collision_shape = "CONVEX_HULL"
        piece.rigid_body.collision_margin = 0.003
        piece.rigid_body.friction = 0.7
        piece.rigid_body.mass = 0.02
        piece.rigid_body.linear_damping = 0.25
        piece.rigid_body.angular_damping = 0.5
    scene.frame_start, scene.frame_end = 1, frames
    for frame in range(1, frames + 1):
        scene.frame_set(frame)
    depsgraph = bpy.context.evaluated_depsgraph_get()
    places = [piece.evaluated_get(depsgraph).matrix_world.copy() for piece in pieces]
    scene.frame_set(1)
    bpy.ops.rigidbody.world_remove()
    for piece, place in zip(pieces, places):
        piece.matrix_world = place


def pierces(piece, centre, radius, height):
    """Whether a slice stands partly in and partly out of the bowl: the solver lets thin things through."""
    inside = outside = False
    for vertex in piece.data.vertices:
        point = piece.matrix_world @ vertex.co
        reach = math.hypot(point.x - centre[0], point.y - centre[1]) / radius
        # The wall's height at this reach: the inverse of the profile in `bowl`.
        climb = math.asin(min(1.0, max(0.0, reach - 0.5) * 2) ** (1 / 0.9)) / (math.pi / 2)
        wall = 0.05 + (height - 0.05) * climb**1.6
        inside |= point.z > wall
        outside |= reach > 0.5 and point.z < wall - 0.03
    return inside and outside


def heap(centre, count, solids, spread=0.45, seed=1, drop=0.7, vessel=None):
    """Lets `count` slices fall at `centre`; `vessel` (radius, height) is the bowl that catches them."""
    rng = random.Random(seed)
    material = fried_tempe()
    shapes = [slice_mesh(number, material) for number in range(7)]
    pieces = []
    for number in range(count):
        piece = shapes[number] if number < len(shapes) else shapes[number % len(shapes)].copy()
        if number >= len(shapes):
            bpy.context.scene.collection.objects.link(piece)
        angle, reach = rng.uniform(0, 2 * math.pi), spread * math.sqrt(rng.random())
        piece.location = (
            centre[0] + reach * math.cos(angle),
            centre[1] + reach * math.sin(angle),
            centre[2] + drop + number * 0.085,
        )
        piece.rotation_euler = (rng.uniform(-0.6, 0.6), rng.uniform(-0.6, 0.6), rng.uniform(0, 6.3))
        pieces.append(piece)
    settle(pieces, solids, frames=80 + count)
    if vessel:
        for piece in [piece for piece in pieces if pierces(piece, centre, *vessel)]:
            pieces.remove(piece)
            bpy.data.objects.remove(piece)
    return pieces
