"""Renders random product scenes: picture, exact mask and the same place without the product.

    python -m cutout_recipe render OUT --first 0 --count 1000 [--side 176]

Scene N depends on N alone, so that runs may be cut, resumed and shared between machines.
Written are NNNNNN.jpg, NNNNNN.mask.png and, for every sixth scene, NNNNNN.ground.jpg.
"""

import json
import os
import sys
import time
from pathlib import Path

SAMPLES = Path(__file__).resolve().parents[4] / "samples" / "render"


def configure(side, samples):
    """A quick Cycles: few samples and a denoiser."""
    import bpy
    import stage

    stage.renderer(side, side, samples)
    scene = bpy.context.scene
    scene.cycles.max_bounces = 3
    scene.cycles.diffuse_bounces = 1
    scene.cycles.glossy_bounces = 1
    scene.cycles.transmission_bounces = 3
    scene.cycles.use_light_tree = False
    scene.cycles.transparent_max_bounces = 6
    scene.cycles.use_adaptive_sampling = False
    scene.cycles.denoising_prefilter = "NONE"
    scene.cycles.denoising_input_passes = "RGB_ALBEDO_NORMAL"
    scene.cycles.denoising_quality = "FAST"
    scene.render.use_persistent_data = True
    scene.render.threads_mode = "FIXED"
    scene.render.threads = int(os.environ.get("CUTOUT_THREADS", "1"))
    scene.view_settings.view_transform = "Standard"
    scene.view_settings.look = "None"
    return scene


def shoot(path, form):
    import bpy

    settings = bpy.context.scene.render
    settings.image_settings.file_format = form
    settings.image_settings.quality = 95
    settings.image_settings.color_mode = "RGB" if form == "JPEG" else "RGBA"
    settings.filepath = str(path)
    bpy.ops.render.render(write_still=True)


def shoot_mask(path, parts):
    """How much of each pixel the subject covers where nothing stands before it, with the camera's blur."""
    import bpy
    import cv2

    scene = bpy.context.scene
    inside = set(parts)
    for thing in scene.objects:
        if thing.type in ("MESH", "CURVE"):
            thing.is_holdout = thing not in inside
    flat = bpy.data.materials.new("flat")
    flat.use_nodes = True
    flat.node_tree.nodes.clear()
    emission = flat.node_tree.nodes.new("ShaderNodeEmission")
    output = flat.node_tree.nodes.new("ShaderNodeOutputMaterial")
    flat.node_tree.links.new(emission.outputs[0], output.inputs["Surface"])
    flat.cycles.emission_sampling = "NONE"
    bpy.context.view_layer.material_override = flat
    scene.render.film_transparent = True
    scene.cycles.use_denoising = False
    scene.cycles.use_adaptive_sampling = False
    scene.cycles.samples = 6
    scene.cycles.max_bounces = 0
    shoot(path, "PNG")
    alpha = cv2.imread(str(path), cv2.IMREAD_UNCHANGED)[:, :, 3]
    cv2.imwrite(str(path), alpha)
    return float(alpha.mean() / 255)


def one(number, out, prints, side, samples):
    """Builds and renders scene `number`; returns what goes into its record."""
    import bpy
    import stage

    from . import hands, photography, places, subjects
    from .dice import Dice
    from .more_shapes import centre_of

    rng = Dice(f"scene {number}")
    stage.clear()
    scene = configure(side, samples)
    name, parts = subjects.subject(rng, prints)
    own = len(parts)
    pose = rng.choices(("standing", "held", "hung"), (86, 9, 5))[0]
    if pose == "held":
        parts = hands.hold(rng, parts)
    elif pose == "hung":
        parts = subjects.hung(rng, parts)
    low, high = centre_of(parts[:own])
    place, look = places.place(rng, prints)
    if pose != "standing":
        look = "standing"
    if look == "standing" and rng.random() < 0.15:
        subjects.twins(rng, prints, name)
    photography.light(rng, place)
    # Building the map that guides rays to a bright sky took longer than all samples together.
    world = bpy.context.scene.world.cycles
    world.sampling_method, world.sample_map_resolution = "MANUAL", 32
    photography.aim(rng, low, high, look, sharp=pose == "held")
    scene.cycles.seed = number
    scene.view_settings.exposure = rng.gauss(0.65, 0.4)
    stem = out / f"{number:06}"
    ground = number % 6 == 0
    shoot(stem.with_suffix(".jpg"), "JPEG")
    if ground:
        for part in parts:
            part.hide_render = True
        shoot(out / f"{number:06}.ground.jpg", "JPEG")
        for part in parts:
            part.hide_render = False
    area = shoot_mask(out / f"{number:06}.mask.png", parts)
    return {"subject": name, "pose": pose, "place": place, "area": round(area, 4)}


def main(out, first, count, side=176, samples=4):
    sys.path.insert(0, str(SAMPLES))
    from . import prints as drawn

    out.mkdir(parents=True, exist_ok=True)
    prints = drawn.draw_all(out / "prints")
    for number in range(first, first + count):
        record = out / f"{number:06}.json"
        if record.exists():
            continue
        start = time.monotonic()
        try:
            made = one(number, out, prints, side, samples)
        except Exception as problem:  # One bad scene must not end a night's run.
            print(f"{number}: {type(problem).__name__}: {problem}", file=sys.stderr, flush=True)
            continue
        made["seconds"] = round(time.monotonic() - start, 2)
        record.write_text(json.dumps(made))
        if number % 50 == 0:
            print(f"{number}: {made}", flush=True)
