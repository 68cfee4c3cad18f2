"""What a cheap phone does to a good view: cast, noise, exposure, a soft lens, JPEG."""

import zlib
from io import BytesIO

import numpy
from PIL import Image, ImageFilter

# Strengths that an ordinary phone always has; a shot states only what is worse.
ORDINARY = {
    "cast": (1.0, 1.0, 1.0),  # gain per channel: warm bulb light has red above and blue below 1
    "exposure": 0.0,  # stops
    "noise": 2.2,  # standard deviation in mid greys, of 255
    "vignette": 0.12,  # light lost in the corners, 0 to 1
    "haze": 0.0,  # a greasy lens lifts the blacks, 0 to 1
    "quality": 86,  # JPEG
}


def finish(source, target, size, flaws=None):
    """Develops one render; the same input always gives the same bytes."""
    settings = ORDINARY | (flaws or {})
    picture = Image.open(source).convert("RGB").resize(size, Image.LANCZOS)
    # A phone sharpens what its small lens has softened.
    picture = picture.filter(ImageFilter.GaussianBlur(size[0] / 2600))
    picture = picture.filter(ImageFilter.UnsharpMask(size[0] / 1000, 70, 2))
    light = (numpy.asarray(picture, dtype=numpy.float32) / 255) ** 2.2
    light *= numpy.array(settings["cast"], dtype=numpy.float32) * 2.0 ** settings["exposure"]
    height, width = light.shape[:2]
    down, across = numpy.mgrid[0:height, 0:width].astype(numpy.float32)
    reach = ((across / width - 0.5) ** 2 + (down / height - 0.5) ** 2) * 2
    light *= (1 - settings["vignette"] * reach**1.5)[..., None]
    light = light * (1 - settings["haze"]) + settings["haze"] * light.mean(axis=(0, 1)) * 1.2
    random = numpy.random.default_rng(zlib.crc32(target.stem.encode() + target.parent.name.encode()))
    # Fine grain and, as in phones, coarser blotches of colour; both fade in the lights.
    fine = random.normal(0, 1, (height, width, 1)).astype(numpy.float32)
    coarse = random.normal(0, 1, (height // 4 + 1, width // 4 + 1, 3)).astype(numpy.float32)
    coarse = numpy.repeat(numpy.repeat(coarse, 4, axis=0), 4, axis=1)[:height, :width]
    values = numpy.clip(light, 0, 1) ** (1 / 2.2) * 255
    strength = settings["noise"] * (1.25 - values / 255 * 0.7)
    values = values + fine * strength + coarse * strength * 0.45
    picture = Image.fromarray(numpy.clip(values + 0.5, 0, 255).astype(numpy.uint8))
    picture = picture.filter(ImageFilter.GaussianBlur(0.45))
    quality = settings["quality"]
    while True:
        buffer = BytesIO()
        picture.save(buffer, "JPEG", quality=quality, optimize=True, subsampling=2)
        if len(buffer.getvalue()) <= 600_000:
            break
        quality -= 3
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(buffer.getvalue())
