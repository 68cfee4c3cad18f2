"""What is printed on the packs: labels, cloth and logos, drawn with Pillow.

Every brand is invented; the words agree with the `facts.toml` of the sample.
"""

import math
import random
from pathlib import Path

from PIL import Image, ImageDraw, ImageFilter, ImageFont

FONTS = Path(__file__).parent / "node_modules" / "@fontsource"

CREAM = (250, 243, 226)
INK = (43, 31, 24)
KUNYIT = (242, 168, 29)
CHILLI = (189, 42, 27)
PANDAN = (44, 96, 58)
SOGAN = (104, 58, 28)
WEDEL = (27, 44, 84)


def font(name, size):
    files = {
        "script": "lobster/files/lobster-latin-400-normal.woff",
        "heavy": "plus-jakarta-sans/files/plus-jakarta-sans-latin-800-normal.woff",
        "bold": "plus-jakarta-sans/files/plus-jakarta-sans-latin-700-normal.woff",
        "plain": "plus-jakarta-sans/files/plus-jakarta-sans-latin-400-normal.woff",
        "serif": "yeseva-one/files/yeseva-one-latin-400-normal.woff",
        "book": "fraunces/files/fraunces-latin-700-normal.woff",
    }
    return ImageFont.truetype(str(FONTS / files[name]), size)


def centred(draw, x, y, text, face, size, fill, width=None):
    """Draws one centred line, shrunk until it is at most `width` pixels wide."""
    chosen = font(face, size)
    while width and draw.textlength(text, font=chosen) > width:
        size -= 2
        chosen = font(face, size)
    draw.text((x, y), text, font=chosen, fill=fill, anchor="mm")


def petal(draw, x, y, angle, length, width, **style):
    points = []
    for step in range(41):
        t = step / 40 * 2 * math.pi
        along = length / 2 * (1 + math.cos(t))
        across = width / 2 * math.sin(t)
        points.append(
            (
                x + along * math.cos(angle) - across * math.sin(angle),
                y + along * math.sin(angle) + across * math.cos(angle),
            )
        )
    draw.polygon(points, **style)


def kawung_band(draw, left, top, right, cell, fill, dot):
    """One row of kawung figures."""
    x = left + cell / 2
    while x < right:
        for quarter in range(4):
            petal(
                draw,
                x,
                top + cell / 2,
                math.pi / 4 + quarter * math.pi / 2,
                cell * 0.62,
                cell * 0.3,
                fill=fill,
            )
        radius = cell * 0.06
        draw.ellipse(
            (x - radius, top + cell / 2 - radius, x + radius, top + cell / 2 + radius),
            fill=dot,
        )
        x += cell


def chip_drawing(draw, x, y, radius, seed):
    """A slice of fried tempe seen from above."""
    rng = random.Random(seed)
    outline = [
        (
            x + radius * (1 + 0.05 * math.sin(3 * a + seed) + rng.uniform(-0.02, 0.02)) * math.cos(a),
            y + radius * (1 + 0.05 * math.cos(2 * a + seed) + rng.uniform(-0.02, 0.02)) * math.sin(a),
        )
        for a in (i / 48 * 2 * math.pi for i in range(48))
    ]
    draw.polygon([(px + radius * 0.06, py + radius * 0.1) for px, py in outline], fill=(150, 92, 18))
    draw.polygon(outline, fill=(217, 154, 62))
    for _ in range(46):
        angle, distance = rng.uniform(0, 2 * math.pi), radius * 0.86 * math.sqrt(rng.random())
        bean_x, bean_y = x + distance * math.cos(angle), y + distance * math.sin(angle)
        size = radius * rng.uniform(0.09, 0.14)
        shade = rng.randint(-14, 14)
        draw.ellipse(
            (bean_x - size * 1.2, bean_y - size, bean_x + size * 1.2, bean_y + size),
            fill=(240 + shade // 2, 205 + shade, 130 + shade),
            outline=(186, 122, 40),
            width=2,
        )


def keripik_front(path):
    width, height = 1200, 1760
    image = Image.new("RGB", (width, height), KUNYIT)
    draw = ImageDraw.Draw(image)
    # Pandan-green top that ends in a soft wave.
    wave = [(0, 0), (width, 0)] + [
        (x, 560 + 46 * math.sin(x / width * 2 * math.pi + 0.6)) for x in range(width, -1, -10)
    ]
    draw.polygon(wave, fill=PANDAN)
    line = [(x, 560 + 46 * math.sin(x / width * 2 * math.pi + 0.6) + 16) for x in range(0, width + 1, 10)]
    draw.line(line, fill=CREAM, width=10)
    kawung_band(draw, 40, 150, width - 40, 80, (60, 116, 74), KUNYIT)
    centred(draw, width / 2, 330, "Dapur Lastri", "script", 158, CREAM)
    centred(draw, width / 2, 462, "dari dapur Sanan, Malang", "bold", 46, (246, 208, 120))
    centred(draw, width / 2, 750, "Keripik", "heavy", 156, INK)
    centred(draw, width / 2, 894, "Tempe", "heavy", 192, INK)
    for index, (x, y, radius) in enumerate(
        [(420, 1250, 140), (790, 1240, 146), (598, 1310, 160)]
    ):
        chip_drawing(draw, x, y, radius, index + 3)
    draw.rounded_rectangle((330, 1030, 870, 1114), 42, fill=CHILLI)
    centred(draw, width / 2, 1071, "Rasa Daun Jeruk", "bold", 52, CREAM)
    draw.rectangle((0, 1500, width, height), fill=PANDAN)
    centred(draw, width / 2, 1548, "Berat bersih 200 g", "heavy", 50, CREAM)
    centred(draw, width / 2, 1608, "P-IRT 2153573010123-31", "plain", 34, CREAM)
    image.save(path)


def keripik_back(path):
    image = Image.new("RGB", (1200, 1760), KUNYIT)
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, 1200, 420), fill=PANDAN)
    draw.rounded_rectangle((150, 560, 1050, 1440), 40, fill=CREAM)
    draw.rectangle((0, 1500, 1200, 1760), fill=PANDAN)
    image.save(path)


def kopi_front(path):
    """The sticker on the kraft pouch, and the kraft around it."""
    width, height = 1200, 1680
    rng = random.Random(5)
    image = Image.new("RGB", (width, height), (181, 134, 87))
    draw = ImageDraw.Draw(image)
    for _ in range(9000):
        x, y = rng.uniform(0, width), rng.uniform(0, height)
        shade = rng.randint(-16, 16)
        length = rng.uniform(3, 16)
        angle = rng.uniform(0, math.pi)
        draw.line(
            (x, y, x + length * math.cos(angle), y + length * math.sin(angle)),
            fill=(181 + shade, 134 + shade, 87 + shade),
        )
    left, top, right, bottom = 262, 470, 938, 1400
    draw.rounded_rectangle((left, top, right, bottom), 36, fill=(247, 240, 228))
    draw.rounded_rectangle((left + 20, top + 20, right - 20, bottom - 20), 24, outline=(60, 33, 20), width=5)
    middle = width / 2
    kopi_mark(draw, middle, 630, 104)
    centred(draw, middle, 806, "Kopi Embun", "serif", 112, (60, 33, 20), 590)
    centred(draw, middle, 898, "Dampit, Kabupaten Malang", "bold", 38, (140, 84, 42))
    draw.line((370, 946, 830, 946), fill=(140, 84, 42), width=4)
    centred(draw, middle, 1012, "Robusta", "heavy", 92, (60, 33, 20))
    centred(draw, middle, 1100, "kopi bubuk, giling halus", "bold", 42, (60, 33, 20))
    draw.rounded_rectangle((360, 1156, 840, 1246), 45, fill=(60, 33, 20))
    centred(draw, middle, 1200, "Berat bersih 200 g", "heavy", 44, (247, 240, 228))
    centred(draw, middle, 1312, "P-IRT 7103507010042-31", "plain", 33, (60, 33, 20))
    image.save(path)


def kopi_back(path):
    image = Image.new("RGB", (64, 64), (181, 134, 87))
    image.save(path)


def kopi_mark(draw, x, y, radius, dark=(60, 33, 20), light=(247, 240, 228), dew=(74, 140, 128)):
    """The mark of Kopi Embun: a bean with a dewdrop."""
    draw.ellipse((x - radius, y - radius, x + radius, y + radius), fill=dark)
    bean = []
    for step in range(60):
        t = step / 60 * 2 * math.pi
        along, across = radius * 0.68 * math.cos(t), radius * 0.44 * math.sin(t)
        bean.append((x + along * 0.77 + across * 0.64 - radius * 0.1, y - along * 0.64 + across * 0.77 + radius * 0.08))
    draw.polygon(bean, fill=light)
    crease = []
    for step in range(31):
        t = step / 30 * 2 - 1
        along, across = radius * 0.62 * t, radius * 0.13 * math.sin(t * math.pi)
        crease.append((x + along * 0.77 + across * 0.64 - radius * 0.1, y - along * 0.64 + across * 0.77 + radius * 0.08))
    draw.line(crease, fill=dark, width=max(2, int(radius * 0.09)), joint="curve")
    drop_x, drop_y, size = x + radius * 0.5, y - radius * 0.42, radius * 0.2
    draw.ellipse((drop_x - size, drop_y - size, drop_x + size, drop_y + size), fill=dew)
    draw.polygon(
        [(drop_x - size * 0.94, drop_y - size * 0.34), (drop_x + size * 0.94, drop_y - size * 0.34), (drop_x, drop_y - size * 2.1)],
        fill=dew,
    )


def kopi_logo(path):
    image = Image.new("RGBA", (1536, 1536), (0, 0, 0, 0))
    kopi_mark(ImageDraw.Draw(image), 768, 768, 740)
    image.resize((384, 384), Image.LANCZOS).save(path, optimize=True)


def sambal_label(path):
    """Wraps once around the jar; the name stands twice, so that one side faces the camera."""
    width, height = 2824, 620
    image = Image.new("RGB", (width, height), CREAM)
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, width, 70), fill=CHILLI)
    draw.rectangle((0, height - 70, width, height), fill=CHILLI)
    for side in range(2):
        x = width / 4 + side * width / 2
        centred(draw, x, 150, "Mbak Yun", "script", 110, CHILLI)
        centred(draw, x, 256, "Sambal", "heavy", 104, INK)
        centred(draw, x, 352, "Bawang", "heavy", 104, INK)
        centred(draw, x, 428, "cabai rawit dan bawang merah", "bold", 30, PANDAN)
        draw.rounded_rectangle((x - 170, 462, x + 170, 524), 31, fill=INK)
        centred(draw, x, 492, "Isi bersih 150 g", "bold", 36, CREAM)
        centred(draw, x, 584, "P-IRT 1113575010077-30", "plain", 34, CREAM)
        for offset in (-360, 320):
            chilli = [(x + offset, 180)]
            for step in range(24):
                t = step / 23
                chilli.append((x + offset + 46 * math.sin(t * 2.2) + 26 * (1 - t), 180 + 250 * t))
            for step in range(23, -1, -1):
                t = step / 23
                chilli.append((x + offset + 46 * math.sin(t * 2.2) - 26 * (1 - t), 180 + 250 * t))
            draw.polygon(chilli, fill=CHILLI)
            draw.line((x + offset, 190, x + offset - 16, 138), fill=PANDAN, width=14)
    image.save(path)


def batik_cloth(path):
    """A repeat of our own: kawung petals around a jasmine flower, sogan and cream on indigo."""
    cell, scale = 256, 2
    size = cell * scale
    tile = Image.new("RGB", (size, size), (24, 38, 74))
    draw = ImageDraw.Draw(tile)
    rng = random.Random(11)

    def figure(x, y):
        for quarter in range(4):
            angle = math.pi / 4 + quarter * math.pi / 2
            petal(draw, x + 26 * math.cos(angle), y + 26 * math.sin(angle), angle, size * 0.29, size * 0.2, fill=(236, 222, 190))
            petal(draw, x + 40 * math.cos(angle), y + 40 * math.sin(angle), angle, size * 0.22, size * 0.13, fill=(134, 74, 32))
            petal(draw, x + 62 * math.cos(angle), y + 62 * math.sin(angle), angle, size * 0.11, size * 0.05, fill=(236, 222, 190))
        for quarter in range(4):
            angle = quarter * math.pi / 2
            for step in range(4):
                radius = 4.5 - step * 0.7
                dot_x = x + (36 + 17 * step) * math.cos(angle)
                dot_y = y + (36 + 17 * step) * math.sin(angle)
                draw.ellipse((dot_x - radius, dot_y - radius, dot_x + radius, dot_y + radius), fill=(236, 222, 190))
        for leaf in range(5):
            petal(draw, x, y, leaf * 2 * math.pi / 5 - math.pi / 2, 27, 16, fill=(240, 230, 205))
        draw.ellipse((x - 6, y - 6, x + 6, y + 6), fill=(196, 128, 42))

    for x in (0, size):
        for y in (0, size):
            figure(x, y)
    figure(size / 2, size / 2)
    # The small dots (isen) that fill the ground, kept off the figures by colour.
    ground = (24, 38, 74)
    pixels = tile.load()
    for _ in range(2600):
        x, y = rng.randrange(8, size - 8), rng.randrange(8, size - 8)
        if all(pixels[x + dx, y + dy] == ground for dx in (-6, 0, 6) for dy in (-6, 0, 6)):
            draw.ellipse((x - 1.6, y - 1.6, x + 1.6, y + 1.6), fill=(150, 160, 190))
    tile = tile.resize((cell, cell), Image.LANCZOS)

    columns, rows = 8, 16
    cloth = Image.new("RGB", (cell * columns, cell * rows))
    for column in range(columns):
        for row in range(rows):
            cloth.paste(tile, (column * cell, row * cell))
    # A hand-stamped cloth: uneven dye and fine wax cracks.
    dye = Image.effect_noise((columns * 12, rows * 12), 60).resize(cloth.size, Image.BICUBIC).filter(ImageFilter.GaussianBlur(20))
    cloth = Image.composite(cloth, Image.eval(cloth, lambda value: int(value * 0.78)), dye)
    draw = ImageDraw.Draw(cloth)
    for _ in range(140):
        x, y = rng.uniform(0, cloth.width), rng.uniform(0, cloth.height)
        angle = rng.uniform(0, 2 * math.pi)
        points = [(x, y)]
        for _ in range(rng.randint(5, 18)):
            angle += rng.uniform(-0.5, 0.5)
            x, y = x + 12 * math.cos(angle), y + 12 * math.sin(angle)
            points.append((x, y))
        draw.line(points, fill=(52, 66, 100), width=1)
    # The border of the cloth along one long edge.
    edge = 150
    draw.rectangle((0, 0, edge, cloth.height), fill=(104, 56, 24))
    for y in range(0, cloth.height, 64):
        draw.polygon([(edge, y), (edge, y + 64), (edge - 70, y + 32)], fill=(236, 222, 190))
        draw.polygon([(edge, y + 10), (edge, y + 54), (edge - 48, y + 32)], fill=(24, 38, 74))
        draw.ellipse((26, y + 18, 54, y + 46), fill=(196, 128, 42))
    draw.rectangle((0, 0, 10, cloth.height), fill=(236, 222, 190))
    cloth.save(path)


def draw_all(folder):
    folder.mkdir(parents=True, exist_ok=True)
    keripik_front(folder / "keripik_front.png")
    keripik_back(folder / "keripik_back.png")
    kopi_front(folder / "kopi_front.png")
    kopi_back(folder / "kopi_back.png")
    sambal_label(folder / "sambal_label.png")
    batik_cloth(folder / "batik_cloth.png")
    kopi_logo(folder / "kopi_logo.png")
