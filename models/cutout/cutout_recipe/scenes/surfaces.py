"""A random surface for a part: matt, glossy, metal, glass, woven, printed, patterned, natural."""

import bpy

from materials import Nodes, ceramic_tiles, glass, linen, matte, terracotta, wood

from .prints import colour


def linear(rgb):
    """0..255 sRGB to scene-linear."""
    return tuple((part / 255) ** 2.2 for part in rgb)


def paint(rng, saturation=(0.0, 1.0), value=(0.05, 1.0)):
    return linear(colour(rng, saturation, value))


def picture(path, rng, wrap=(1, 1)):
    """A printed picture on the part's own UV map."""
    nodes = Nodes("print").set(Roughness=rng.uniform(0.15, 0.8), Coat_Weight=rng.choice((0, 0, 0.4)))
    image = nodes.add("ShaderNodeTexImage")
    image.image = bpy.data.images.load(str(path), check_existing=True)
    nodes.join(nodes.mapping((*wrap, 1), "UV"), image.inputs["Vector"])
    nodes.colour(image.outputs["Color"])
    if rng.random() < 0.5:
        nodes.bump(nodes.noise(nodes.mapping(), rng.uniform(1, 4), 3), rng.uniform(0.05, 0.5), 0.2)
    return nodes.material


def woven(rng):
    """Strips over and under, as in pandan or rattan."""
    first = paint(rng, (0.2, 0.8), (0.3, 0.9))
    second = tuple(part * rng.uniform(0.3, 0.9) for part in first) if rng.random() < 0.6 else paint(rng)
    nodes = Nodes("woven").set(Roughness=0.7)
    checker = nodes.add("ShaderNodeTexChecker", Scale=1.0)
    checker.inputs["Color1"].default_value = (*first, 1)
    checker.inputs["Color2"].default_value = (*second, 1)
    across = rng.choice((20, 30, 44))
    nodes.join(nodes.mapping((across, across * rng.choice((0.4, 0.6)), 1), "UV"), checker.inputs["Vector"])
    nodes.colour(checker.outputs["Color"])
    nodes.bump(checker.outputs["Fac"], 0.5, 0.05)
    return nodes.material


def mottled(rng):
    """Stone, bark, bread, skin of fruit: two or three tints in noise."""
    base = paint(rng, (0.1, 0.9), (0.15, 0.95))
    tints = [tuple(min(1, part * rng.uniform(0.4, 1.5)) for part in base) for _ in range(3)]
    if rng.random() < 0.25:
        tints[1] = paint(rng)
    nodes = Nodes("mottled").set(Roughness=rng.uniform(0.2, 0.9))
    stretch = rng.choice(((1, 1, 1), (1, 1, 0.2), (4, 1, 1)))
    fac = nodes.noise(nodes.mapping(stretch), rng.choice((1, 2, 4, 9, 20)), 4, 0.6, rng.choice((0, 0.5, 2)))
    nodes.colour(nodes.ramp(fac, [(0.35, tints[0]), (0.5, tints[1]), (0.65, tints[2])]))
    if rng.random() < 0.6:
        nodes.bump(fac, rng.uniform(0.1, 0.6), 0.1)
    return nodes.material


def spotted(rng):
    """Spots or stripes with hard edges, as on animals, shells and toys."""
    nodes = Nodes("spotted").set(Roughness=rng.uniform(0.2, 0.9))
    first, second = paint(rng), paint(rng)
    stretch = rng.choice(((1, 1, 1), (5, 1, 1), (1, 5, 1), (1, 1, 5)))
    fac = nodes.noise(nodes.mapping(stretch), rng.choice((1.5, 3, 6)), 1)
    edge = rng.uniform(0.42, 0.55)
    nodes.colour(nodes.ramp(fac, [(edge, first), (edge + 0.03, second)]))
    return nodes.material


def random_surface(rng, prints, print_share=0.3):
    """One surface; `prints` is what `prints.draw_all` returned."""
    roll = rng.random()
    if roll < print_share * 0.6:
        return picture(rng.choice(prints["label"]), rng)
    if roll < print_share:
        scale = rng.choice((1, 2, 3))
        return picture(rng.choice(prints["pattern"]), rng, (scale, scale))
    kind = rng.choices(
        ("matt", "gloss", "metal", "glass", "woven", "mottled", "spotted", "terracotta", "wood", "linen", "dark", "pale"),
        (3, 3, 2, 1.2, 1.2, 2.5, 1.2, 0.6, 1, 1, 1.2, 1.5),
    )[0]
    if kind == "matt":
        return matte("matt", paint(rng), rng.uniform(0.5, 1), bump=rng.choice((0, 0, 0.2)))
    if kind == "gloss":
        return matte("gloss", paint(rng), rng.uniform(0.03, 0.3), coat=rng.choice((0, 0.6)))
    if kind == "metal":
        return matte("metal", rng.choice(((0.8, 0.8, 0.8), (0.9, 0.6, 0.2), (0.7, 0.35, 0.2), (0.3, 0.3, 0.32))), rng.uniform(0.08, 0.5), metallic=1.0)
    if kind == "glass":
        return glass(rng.choice(((1, 1, 1), (0.9, 1, 0.95), (0.5, 0.8, 0.4), (0.7, 0.3, 0.06), paint(rng, (0.2, 0.8), (0.6, 1)))))
    if kind == "woven":
        return woven(rng)
    if kind == "spotted":
        return spotted(rng)
    if kind == "terracotta":
        return terracotta()
    if kind == "wood":
        return wood(rng.choice(("teak", "pale", "dark", "grey")), planks=False)
    if kind == "linen":
        return linen(paint(rng))
    if kind == "dark":
        return matte("dark", paint(rng, (0, 0.5), (0.02, 0.25)), rng.uniform(0.1, 0.9))
    if kind == "pale":
        return matte("pale", paint(rng, (0, 0.15), (0.75, 1)), rng.uniform(0.1, 0.9))
    return mottled(rng)


def ground_surface(rng, prints):
    """A surface for table tops, floors and walls."""
    kind = rng.choices(("wood", "planks", "tiles", "linen", "flat", "mottled", "pattern", "woven"), (2, 2, 1.5, 1.5, 3, 2.5, 1, 0.6))[0]
    if kind in ("wood", "planks"):
        return wood(rng.choice(("teak", "pale", "dark", "grey")), planks=kind == "planks")
    if kind == "tiles":
        return ceramic_tiles(paint(rng, (0, 0.5), (0.3, 1)), rng.choice((0.7, 1.5, 3)))
    if kind == "linen":
        return linen(paint(rng))
    if kind == "flat":
        return matte("flat", paint(rng, (0, 0.7)), rng.uniform(0.2, 1), bump=rng.choice((0, 0.1)))
    if kind == "pattern":
        scale = rng.choice((3, 6, 10))
        return picture(rng.choice(prints["pattern"]), rng, (scale, scale))
    if kind == "woven":
        return woven(rng)
    return mottled(rng)
