"""A filled stand-up pouch, blown up by the cloth solver so that its creases are real."""

import math

import bpy

from stage import mesh


def build(name, width, height, front, plain, seal=0.07, top=0.2, gusset=0.34, columns=64, rows=92, pressure=2.7, frames=24, stiff=60.0, seed=0.0):
    """Returns a standing pouch whose front looks towards -Y and whose foot is at z = 0.

    The bag starts flat: a front sheet, a back sheet and a bottom folded inwards between
    them, welded along the seals; then air pressure opens it.
    """
    gusset_rows = round(rows * gusset / height)
    vertices, uvs, faces, materials = [], [], [], []
    index = {}

    def sealed(column, row):
        x = (column / columns - 0.5) * width
        z = row / rows * height
        return width / 2 - abs(x) < seal or z > height - top

    def vertex(layer, column, row):
        # In the seals all layers are one sheet.
        if sealed(column, row):
            layer = "front"
        elif layer in ("fold front", "fold back") and row == gusset_rows:
            layer = "fold front"
        elif layer == "fold front" and row == 0:
            layer = "front"
        elif layer == "fold back" and row == 0:
            layer = "back"
        key = (layer, column, row)
        if key not in index:
            offset = {"front": -0.03, "back": 0.03, "fold front": -0.012, "fold back": 0.012}[layer]
            if sealed(column, row):
                offset = 0.0
            if layer == "fold front" and row == gusset_rows:
                offset = 0.0
            index[key] = len(vertices)
            x = (column / columns - 0.5) * width
            vertices.append((x, offset, row / rows * height))
            uvs.append((column / columns, row / rows))
        return index[key]

    def sheet(layer, last_row, flip, material):
        for row in range(last_row):
            for column in range(columns):
                corners = [
                    vertex(layer, column, row),
                    vertex(layer, column + 1, row),
                    vertex(layer, column + 1, row + 1),
                    vertex(layer, column, row + 1),
                ]
                face = tuple(reversed(corners)) if flip else tuple(corners)
                if layer != "front" and set(face) in seen_seals:
                    continue
                if layer == "front" and all(sealed(c, r) for c, r in ((column, row), (column + 1, row), (column + 1, row + 1), (column, row + 1))):
                    seen_seals.append(set(face))
                faces.append(face)
                materials.append(material)

    class Seals(list):
        """Quads of the welded strips, so that no layer repeats them."""

        def __init__(self):
            super().__init__()
            self.known = set()

        def append(self, item):
            self.known.add(frozenset(item))

        def __contains__(self, item):
            return frozenset(item) in self.known

    seen_seals = Seals()
    sheet("front", rows, False, 0)
    sheet("back", rows, True, 1)
    sheet("fold front", gusset_rows, True, 1)
    sheet("fold back", gusset_rows, False, 1)

    bag = mesh(name, vertices, faces, front, uvs=uvs)
    bag.data.materials.append(plain)
    bag.data.polygons.foreach_set("material_index", materials)

    # A little unevenness decides where the creases fall.
    for number, point in enumerate(bag.data.vertices):
        x, _, z = point.co
        point.co.y += 0.004 * math.sin(7.3 * x + 3.1 * z + seed) + 0.003 * math.sin(17.0 * x - 9.0 * z + 2 * seed)

    blown = bag.vertex_groups.new(name="blown")
    for (layer, column, row), number in index.items():
        if not sealed(column, row):
            fill = 1.0 - 0.55 * (row / rows)
            blown.add([number], fill, "REPLACE")
    # Welded strips are several films thick and keep the pouch upright.
    welded = bag.vertex_groups.new(name="welded")
    welded.add([number for (_, column, row), number in index.items() if sealed(column, row)], 1.0, "REPLACE")
    cloth = bag.modifiers.new("cloth", "CLOTH")
    settings = cloth.settings
    settings.quality = 7
    settings.mass = 0.35
    settings.air_damping = 3
    settings.tension_stiffness = 60
    settings.compression_stiffness = 60
    settings.shear_stiffness = 30
    settings.bending_stiffness = 1.2
    settings.bending_stiffness_max = stiff
    settings.vertex_group_bending = "welded"
    settings.use_pressure = True
    settings.uniform_pressure_force = pressure
    settings.vertex_group_pressure = "blown"
    settings.effector_weights.gravity = 0.0
    cloth.collision_settings.use_collision = False
    cloth.point_cache.frame_end = frames
    scene = bpy.context.scene
    scene.frame_start, scene.frame_end = 1, frames
    for frame in range(1, frames + 1):
        scene.frame_set(frame)
    solved = bpy.data.meshes.new_from_object(bag.evaluated_get(bpy.context.evaluated_depsgraph_get()))
    bag.modifiers.clear()
    bag.data = solved
    scene.frame_set(1)

    # It stands: whatever bulges below the foot's rim is pressed flat.
    heights = sorted(point.co.z for point in solved.vertices)
    floor = heights[len(heights) // 60]
    for point in solved.vertices:
        point.co.z = max(point.co.z - floor, 0.004)
    smooth = bag.modifiers.new("smooth", "SUBSURF")
    smooth.levels = smooth.render_levels = 1
    solved.polygons.foreach_set("use_smooth", [True] * len(solved.polygons))
    return bag
