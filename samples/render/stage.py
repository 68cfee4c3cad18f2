"""The studio: renderer settings, camera, light and grounds.

One scene unit is ten centimetres, because the cloth solver is steadier at that size.
"""

import math

import bpy
from mathutils import Vector

from materials import ceramic_tiles, linen, matte, paper, wood


def clear():
    bpy.ops.wm.read_factory_settings(use_empty=True)


def renderer(width, height, samples):
    scene = bpy.context.scene
    scene.render.engine = "CYCLES"
    cycles = scene.cycles
    cycles.device = "CPU"
    cycles.samples = samples
    cycles.use_adaptive_sampling = True
    cycles.adaptive_threshold = 0.02
    cycles.use_denoising = True
    cycles.denoiser = "OPENIMAGEDENOISE"
    cycles.seed = 7
    cycles.max_bounces = 7
    cycles.diffuse_bounces = 2
    cycles.glossy_bounces = 2
    cycles.transmission_bounces = 7
    cycles.transparent_max_bounces = 8
    cycles.caustics_reflective = False
    cycles.caustics_refractive = False
    cycles.sample_clamp_indirect = 6
    scene.render.resolution_x = width
    scene.render.resolution_y = height
    scene.render.image_settings.file_format = "PNG"
    scene.render.image_settings.color_mode = "RGB"
    scene.view_settings.view_transform = "Filmic"
    scene.view_settings.look = "High Contrast"
    scene.view_settings.exposure = 0.62


def link(mesh_object):
    bpy.context.scene.collection.objects.link(mesh_object)
    return mesh_object


def mesh(name, vertices, faces, material=None, smooth=True, uvs=None):
    """An object from plain lists; `uvs` holds one pair per vertex."""
    data = bpy.data.meshes.new(name)
    data.from_pydata(vertices, [], faces)
    data.update()
    if uvs is not None:
        layer = data.uv_layers.new(name="UVMap")
        for loop in data.loops:
            layer.data[loop.index].uv = uvs[loop.vertex_index]
    if smooth:
        data.polygons.foreach_set("use_smooth", [True] * len(data.polygons))
    created = link(bpy.data.objects.new(name, data))
    if material:
        data.materials.append(material)
    return created


def lathe(name, profile, material, segments=96, wobble=None):
    """Turns a profile [(radius, height)] about the vertical axis."""
    vertices, faces = [], []
    for ring, (radius, height) in enumerate(profile):
        for step in range(segments):
            angle = step / segments * 2 * math.pi
            extra = wobble(angle, ring, height) if wobble else 0.0
            vertices.append(
                ((radius + extra) * math.cos(angle), (radius + extra) * math.sin(angle), height)
            )
    for ring in range(len(profile) - 1):
        for step in range(segments):
            after = (step + 1) % segments
            faces.append(
                (
                    ring * segments + step,
                    ring * segments + after,
                    (ring + 1) * segments + after,
                    (ring + 1) * segments + step,
                )
            )
    return mesh(name, vertices, faces, material)


def tube(name, points, radius, material):
    """A round rod or rope along points."""
    curve = bpy.data.curves.new(name, "CURVE")
    curve.dimensions = "3D"
    curve.bevel_depth = radius
    curve.bevel_resolution = 4
    curve.use_fill_caps = True
    spline = curve.splines.new("NURBS")
    spline.points.add(len(points) - 1)
    for target, point in zip(spline.points, points):
        target.co = (*point, 1)
    spline.use_endpoint_u = True
    spline.order_u = min(4, len(points))
    created = link(bpy.data.objects.new(name, curve))
    curve.materials.append(material)
    return created


def camera(position, target, lens=45, focus=None, fstop=1.1, roll=0.0):
    """`fstop` is for this scene's scale: 1.1 here blurs like 11 on a full-frame camera."""
    data = bpy.data.cameras.new("phone")
    data.lens = lens
    data.dof.use_dof = True
    data.dof.aperture_fstop = fstop
    created = link(bpy.data.objects.new("phone", data))
    created.location = position
    direction = Vector(target) - Vector(position)
    data.dof.focus_distance = (Vector(focus or target) - Vector(position)).length
    rotation = direction.to_track_quat("-Z", "Y").to_euler()
    created.rotation_euler = rotation
    created.rotation_euler.rotate_axis("Z", math.radians(roll))
    bpy.context.scene.camera = created


def window(position, target, size, power, colour=(1.0, 0.96, 0.9)):
    """Soft light from one side, as from a window."""
    data = bpy.data.lights.new("window", "AREA")
    data.shape = "RECTANGLE"
    data.size, data.size_y = size
    data.energy = power
    data.color = colour
    created = link(bpy.data.objects.new("window", data))
    created.location = position
    created.rotation_euler = (Vector(target) - Vector(position)).to_track_quat("-Z", "Y").to_euler()


def sun(direction, power, colour=(1.0, 0.93, 0.82), angle=3.0):
    data = bpy.data.lights.new("sun", "SUN")
    data.energy = power
    data.color = colour
    data.angle = math.radians(angle)
    created = link(bpy.data.objects.new("sun", data))
    created.rotation_euler = Vector(direction).to_track_quat("-Z", "Y").to_euler()


def room(colour=(0.75, 0.78, 0.82), strength=0.45):
    """The light that walls and sky give from everywhere; a little brighter above."""
    world = bpy.data.worlds.new("room")
    bpy.context.scene.world = world
    world.use_nodes = True
    nodes, links = world.node_tree.nodes, world.node_tree.links
    background = nodes["Background"]
    background.inputs["Strength"].default_value = strength
    coordinates = nodes.new("ShaderNodeTexCoord")
    split = nodes.new("ShaderNodeSeparateXYZ")
    ramp = nodes.new("ShaderNodeValToRGB")
    ramp.color_ramp.elements[0].position = 0.0
    ramp.color_ramp.elements[0].color = tuple(part * 0.35 for part in colour) + (1,)
    ramp.color_ramp.elements[1].position = 0.9
    ramp.color_ramp.elements[1].color = (*colour, 1)
    links.new(coordinates.outputs["Generated"], split.inputs[0])
    links.new(split.outputs["Z"], ramp.inputs[0])
    links.new(ramp.outputs[0], background.inputs["Color"])


def plane(name, size, material, location=(0, 0, 0), rotation=(0, 0, 0)):
    half_x, half_y = size[0] / 2, size[1] / 2
    created = mesh(
        name,
        [(-half_x, -half_y, 0), (half_x, -half_y, 0), (half_x, half_y, 0), (-half_x, half_y, 0)],
        [(0, 1, 2, 3)],
        material,
        smooth=False,
        uvs=[(0, 0), (1, 0), (1, 1), (0, 1)],
    )
    created.location = location
    created.rotation_euler = rotation
    return created


def paper_sweep(colour, depth=6.0, height=7.0, width=14.0):
    """A sheet of card that bends up behind the product, a little wavy as card is."""
    profile = []
    radius = 2.0
    y = -8.0
    while y < depth - radius:
        profile.append((y, 0.0))
        y += 0.5
    for step in range(13):
        angle = step / 12 * math.pi / 2
        profile.append((depth - radius + radius * math.sin(angle), radius - radius * math.cos(angle)))
    for step in range(1, 12):
        profile.append((depth + 0.02 * step, radius + step * (height - radius) / 11))
    columns = 24
    vertices, faces = [], []
    for index, (y, z) in enumerate(profile):
        for column in range(columns + 1):
            x = (column / columns - 0.5) * width
            wave = 0.05 * math.sin(x * 0.6 + y * 0.2) * max(0.0, z)
            vertices.append((x, y + wave, z))
    for row in range(len(profile) - 1):
        for column in range(columns):
            first = row * (columns + 1) + column
            faces.append((first, first + 1, first + columns + 2, first + columns + 1))
    return mesh("paper", vertices, faces, paper(colour))


def cloth_ground(colour, width=24.0, depth=20.0):
    """A sheet spread on a table, with the shallow waves that smoothing by hand leaves."""
    columns, rows = 160, 140
    vertices, faces = [], []
    for row in range(rows + 1):
        for column in range(columns + 1):
            x, y = (column / columns - 0.5) * width, (row / rows - 0.4) * depth
            z = 0.035 * math.sin(0.9 * x + 0.35 * y + 0.8 * math.sin(0.5 * y))
            z += 0.02 * math.sin(-0.7 * x + 1.3 * y + 1.7 * math.sin(0.4 * x))
            calm = min(1.0, math.hypot(x, y) / 2.4)
            vertices.append((x, y, z * calm * calm - 0.02))
    for row in range(rows):
        for column in range(columns):
            first = row * (columns + 1) + column
            faces.append((first, first + 1, first + columns + 2, first + columns + 1))
    return mesh("cloth", vertices, faces, linen(colour))


def wooden_table(planks=True, depth=16.0, width=30.0, tone="teak"):
    return plane("table", (width, depth), wood(tone, planks), (0, depth / 2 - 9.0, 0))


def tiled_floor(colour=(0.82, 0.8, 0.75), size=3.0):
    return plane("floor", (60, 60), ceramic_tiles(colour, size), (0, 10, 0))


def wall(distance, colour=(0.78, 0.77, 0.7), tiles=False, base=0.0):
    material = ceramic_tiles(colour, 2.0) if tiles else matte("wall", colour, 0.9, bump=0.05)
    return plane("wall", (70, 30), material, (0, distance, base + 15 - 9), (math.pi / 2, 0, 0))
