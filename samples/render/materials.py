"""Surfaces, all procedural but the printed ones."""

import bpy


class Nodes:
    """A thin hand on one material's node tree."""

    def __init__(self, name):
        self.material = bpy.data.materials.new(name)
        self.material.use_nodes = True
        self.tree = self.material.node_tree
        self.surface = self.tree.nodes["Principled BSDF"]
        self.coordinates = self.tree.nodes.new("ShaderNodeTexCoord")

    def add(self, kind, **values):
        node = self.tree.nodes.new(kind)
        for key, value in values.items():
            if key in node.inputs:
                node.inputs[key].default_value = value
            else:
                setattr(node, key, value)
        return node

    def join(self, output, target):
        self.tree.links.new(output, target)

    def set(self, **values):
        for key, value in values.items():
            self.surface.inputs[key.replace("_", " ")].default_value = value
        return self

    def mapping(self, scale=(1, 1, 1), source="Object", rotation=(0, 0, 0)):
        node = self.add("ShaderNodeMapping")
        node.inputs["Scale"].default_value = scale
        node.inputs["Rotation"].default_value = rotation
        self.join(self.coordinates.outputs[source], node.inputs["Vector"])
        return node.outputs[0]

    def noise(self, vector, scale, detail=4.0, roughness=0.5, distortion=0.0):
        node = self.add("ShaderNodeTexNoise", Scale=scale, Detail=detail, Roughness=roughness, Distortion=distortion)
        self.join(vector, node.inputs["Vector"])
        return node.outputs["Fac"]

    def ramp(self, factor, stops):
        node = self.add("ShaderNodeValToRGB")
        elements = node.color_ramp.elements
        while len(elements) < len(stops):
            elements.new(0.5)
        for element, (position, colour) in zip(elements, stops):
            element.position = position
            element.color = (*colour, 1) if len(colour) == 3 else colour
        self.join(factor, node.inputs[0])
        return node.outputs[0]

    def mix(self, factor, first, second, blend="MIX"):
        node = self.add("ShaderNodeMix", data_type="RGBA", blend_type=blend)
        for value, socket in ((factor, node.inputs[0]), (first, node.inputs[6]), (second, node.inputs[7])):
            if isinstance(value, (int, float, tuple)):
                socket.default_value = value if isinstance(value, (int, float)) else (*value, 1)
            else:
                self.join(value, socket)
        return node.outputs[2]

    def bump(self, height, strength, distance=0.1):
        node = self.add("ShaderNodeBump", Strength=strength, Distance=distance)
        self.join(height, node.inputs["Height"])
        previous = self.surface.inputs["Normal"]
        if previous.is_linked:
            self.join(previous.links[0].from_socket, node.inputs["Normal"])
        self.join(node.outputs[0], previous)

    def colour(self, socket):
        self.join(socket, self.surface.inputs["Base Color"])


def matte(name, colour, roughness=0.7, bump=0.0, metallic=0.0, scale=6.0, coat=0.0):
    nodes = Nodes(name).set(Base_Color=(*colour, 1), Roughness=roughness, Metallic=metallic, Coat_Weight=coat)
    if bump:
        nodes.bump(nodes.noise(nodes.mapping(), scale, 6), bump)
    return nodes.material


def paper(colour):
    nodes = Nodes("paper").set(Roughness=0.85)
    vector = nodes.mapping()
    shade = nodes.noise(vector, 0.5, 2)
    nodes.colour(nodes.mix(shade, tuple(part * 0.95 for part in colour), colour))
    nodes.bump(nodes.noise(vector, 60, 3), 0.06, 0.02)
    return nodes.material


def linen(colour):
    nodes = Nodes("linen").set(Roughness=0.95, Sheen_Weight=0.2)
    along = nodes.noise(nodes.mapping((9, 160, 1)), 1.0, 3)
    across = nodes.noise(nodes.mapping((160, 9, 1)), 1.0, 3)
    weave = nodes.mix(0.5, along, across)
    nodes.colour(nodes.mix(weave, tuple(part * 0.72 for part in colour), tuple(min(1.0, part * 1.08) for part in colour)))
    nodes.bump(weave, 0.35, 0.03)
    return nodes.material


def wood(tone="teak", planks=True):
    tones = {
        "teak": ((0.16, 0.07, 0.028), (0.33, 0.165, 0.07), (0.46, 0.26, 0.12)),
        "pale": ((0.42, 0.28, 0.16), (0.58, 0.42, 0.26), (0.68, 0.52, 0.35)),
        "dark": ((0.035, 0.018, 0.011), (0.085, 0.042, 0.024), (0.14, 0.075, 0.042)),
        "grey": ((0.2, 0.17, 0.14), (0.33, 0.29, 0.25), (0.45, 0.4, 0.35)),
    }[tone]
    nodes = Nodes("wood").set(Roughness=0.45, Coat_Weight=0.12, Coat_Roughness=0.3)
    board = nodes.mapping((1, 1, 1))
    if planks:
        brick = nodes.add(
            "ShaderNodeTexBrick", Scale=1.0, offset=0.37, **{"Mortar Size": 0.012, "Brick Width": 16.0, "Row Height": 2.1, "Mortar Smooth": 0.2}
        )
        brick.inputs["Color1"].default_value = (0, 0, 0, 1)
        brick.inputs["Color2"].default_value = (1, 1, 1, 1)
        nodes.join(board, brick.inputs["Vector"])
        shift = nodes.add("ShaderNodeVectorMath", operation="MULTIPLY_ADD")
        nodes.join(brick.outputs["Color"], shift.inputs[0])
        shift.inputs[1].default_value = (37, 19, 0)
        nodes.join(board, shift.inputs[2])
        vector = shift.outputs[0]
    else:
        vector = board
    stretched = nodes.add("ShaderNodeMapping")
    stretched.inputs["Scale"].default_value = (0.16, 1.4, 1)
    nodes.join(vector, stretched.inputs["Vector"])
    rings = nodes.noise(stretched.outputs[0], 1.6, 5, 0.6, 1.4)
    fine = nodes.add("ShaderNodeMapping")
    fine.inputs["Scale"].default_value = (0.5, 22, 1)
    nodes.join(vector, fine.inputs["Vector"])
    pores = nodes.noise(fine.outputs[0], 2.5, 6, 0.7)
    grain = nodes.mix(0.3, rings, pores)
    colour = nodes.ramp(grain, [(0.32, tones[0]), (0.5, tones[1]), (0.68, tones[2])])
    if planks:
        tint = nodes.mix(brick.outputs["Color"], (0.78, 0.78, 0.78), (1.12, 1.1, 1.06))
        colour = nodes.mix(1.0, colour, tint, "MULTIPLY")
        colour = nodes.mix(brick.outputs["Fac"], colour, (0.02, 0.012, 0.008))
    nodes.colour(colour)
    nodes.bump(grain, 0.12, 0.05)
    if planks:
        nodes.bump(brick.outputs["Fac"], -0.5, 0.05)
    return nodes.material


def ceramic_tiles(colour, size):
    nodes = Nodes("tiles").set(Roughness=0.16, Coat_Weight=0.3)
    brick = nodes.add(
        "ShaderNodeTexBrick", Scale=1.0, offset=0.0, **{"Mortar Size": 0.025, "Brick Width": size, "Row Height": size, "Mortar Smooth": 0.3}
    )
    brick.inputs["Color1"].default_value = (*colour, 1)
    brick.inputs["Color2"].default_value = (*[part * 0.955 for part in colour], 1)
    brick.inputs["Mortar"].default_value = (0.36, 0.34, 0.31, 1)
    vector = nodes.mapping()
    nodes.join(vector, brick.inputs["Vector"])
    cloud = nodes.noise(vector, 1.1, 5, 0.6, 0.8)
    nodes.colour(nodes.mix(1.0, brick.outputs["Color"], nodes.ramp(cloud, [(0.3, (0.93, 0.92, 0.9)), (0.7, (1, 1, 1))]), "MULTIPLY"))
    nodes.bump(brick.outputs["Fac"], -0.7, 0.05)
    smear = nodes.ramp(nodes.noise(vector, 0.8, 4), [(0.3, (0.1, 0.1, 0.1)), (0.75, (0.34, 0.34, 0.34))])
    nodes.join(smear, nodes.surface.inputs["Roughness"])
    return nodes.material


def printed(path, roughness=0.35, coat=0.0, wrinkle=0.0, metallic=0.0):
    """A picture on the object's own UV map; `wrinkle` adds the small creases of film."""
    nodes = Nodes("printed").set(Roughness=roughness, Coat_Weight=coat, Coat_Roughness=0.2, Metallic=metallic)
    image = nodes.add("ShaderNodeTexImage")
    image.image = bpy.data.images.load(str(path), check_existing=True)
    nodes.join(nodes.coordinates.outputs["UV"], image.inputs["Vector"])
    nodes.colour(image.outputs["Color"])
    if wrinkle:
        vector = nodes.mapping((1, 1, 0.6))
        nodes.bump(nodes.noise(vector, 2.2, 5, 0.55, 1.2), wrinkle, 0.25)
    return nodes.material


def glass(colour=(1, 1, 1), roughness=0.0):
    """Glass that lets light through to what stands behind it without caustic noise."""
    nodes = Nodes("glass").set(Base_Color=(*colour, 1), Roughness=roughness, IOR=1.45, Transmission_Weight=1.0)
    path = nodes.add("ShaderNodeLightPath")
    clear = nodes.add("ShaderNodeBsdfTransparent")
    clear.inputs["Color"].default_value = (*[0.9 * part for part in colour], 1)
    blend = nodes.add("ShaderNodeMixShader")
    output = nodes.tree.nodes["Material Output"]
    nodes.join(path.outputs["Is Shadow Ray"], blend.inputs[0])
    nodes.join(nodes.surface.outputs[0], blend.inputs[1])
    nodes.join(clear.outputs[0], blend.inputs[2])
    nodes.join(blend.outputs[0], output.inputs["Surface"])
    return nodes.material


def terracotta(dark=False):
    nodes = Nodes("terracotta").set(Roughness=0.82)
    vector = nodes.mapping()
    cloud = nodes.noise(vector, 0.9, 6, 0.6, 0.5)
    body = nodes.ramp(
        cloud,
        [(0.28, (0.19, 0.05, 0.022)), (0.5, (0.34, 0.098, 0.038)), (0.72, (0.45, 0.155, 0.066))],
    )
    specks = nodes.noise(vector, 38, 2)
    body = nodes.mix(nodes.ramp(specks, [(0.6, (0, 0, 0)), (0.72, (1, 1, 1))]), body, (0.2, 0.07, 0.04))
    # Smoke from the open kiln darkens one flank.
    smoke = nodes.ramp(nodes.noise(nodes.mapping((0.25, 0.25, 0.2)), 1.3, 3), [(0.52, (0, 0, 0)), (0.75, (1, 1, 1))])
    smoke = nodes.mix(0.55, (0, 0, 0), smoke)
    nodes.colour(nodes.mix(smoke, body, (0.1, 0.045, 0.03)))
    rings = nodes.noise(nodes.mapping((0.15, 0.15, 16)), 1.6, 3)
    nodes.bump(rings, 0.22, 0.08)
    nodes.bump(nodes.noise(vector, 24, 5), 0.16, 0.03)
    return nodes.material


def strip(colours, dull=0.6):
    """One woven strip: fibres along its length, a tint of its own for each strip."""
    nodes = Nodes("strip").set(Roughness=dull)
    fibres = nodes.noise(nodes.mapping((1.2, 60, 1), "UV"), 1.0, 4)
    random = nodes.add("ShaderNodeAttribute", attribute_name="tint")
    base = nodes.ramp(random.outputs["Fac"], [(index / max(1, len(colours) - 1), colour) for index, colour in enumerate(colours)])
    nodes.colour(nodes.mix(1.0, base, nodes.ramp(fibres, [(0.3, (0.62, 0.58, 0.5)), (0.7, (1.1, 1.08, 1.02))]), "MULTIPLY"))
    nodes.bump(fibres, 0.25, 0.03)
    return nodes.material


def fried_tempe():
    """Pale beans in golden batter with darker edges between them."""
    nodes = Nodes("fried tempe").set(Roughness=0.42, Subsurface_Weight=0.12, Subsurface_Scale=0.06)
    nodes.surface.inputs["Subsurface Radius"].default_value = (1.0, 0.5, 0.2)
    info = nodes.add("ShaderNodeObjectInfo")
    shifted = nodes.add("ShaderNodeVectorMath", operation="MULTIPLY_ADD")
    nodes.join(info.outputs["Random"], shifted.inputs[0])
    shifted.inputs[1].default_value = (50, 31, 17)
    nodes.join(nodes.coordinates.outputs["Object"], shifted.inputs[2])
    vector = shifted.outputs[0]
    cells = nodes.add("ShaderNodeTexVoronoi", Scale=13.0, feature="SMOOTH_F1", Smoothness=0.12, Randomness=0.85)
    nodes.join(vector, cells.inputs["Vector"])
    blotch = nodes.noise(vector, 3.2, 5)
    beans = nodes.ramp(
        cells.outputs["Distance"],
        [(0.22, (0.86, 0.62, 0.28)), (0.4, (0.74, 0.43, 0.12)), (0.56, (0.44, 0.18, 0.03))],
    )
    tint = nodes.ramp(blotch, [(0.32, (0.8, 0.68, 0.48)), (0.66, (1.1, 1.06, 1.0))])
    nodes.colour(nodes.mix(1.0, beans, tint, "MULTIPLY"))
    nodes.bump(cells.outputs["Distance"], -0.7, 0.06)
    nodes.bump(nodes.noise(vector, 40, 4), 0.35, 0.025)
    return nodes.material
