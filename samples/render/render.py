"""Renders the sample photos. See ../README.md for how to set it up.

    python samples/render/render.py [--only keripik-tempe/1-polos] [--preview]
"""

import argparse
import importlib
import sys
import time
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))

import bpy  # noqa: E402

import labels  # noqa: E402
import phone  # noqa: E402
import stage  # noqa: E402

PRODUCTS = {
    "keripik-tempe": "keripik",
    "kopi-bubuk": "kopi",
    "batik-kawung": "batik",
    "gerabah-guci": "gerabah",
    "anyaman-pandan": "anyaman",
    "sambal-bawang": "sambal",
}


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--only", action="append", help="PRODUCT or PRODUCT/SHOT, may be repeated")
    options.add_argument("--preview", action="store_true", help="small and quick, written to the work folder only")
    options.add_argument("--work", type=Path, default=HERE / "work.tmp", help="folder for labels and raw renders")
    options = options.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)
    labels.draw_all(options.work / "labels")
    for product, module in PRODUCTS.items():
        if options.only and not any(only.split("/")[0] == product for only in options.only):
            continue
        shots = importlib.import_module(module).SHOTS
        for shot, (arrange, portrait, *flaws) in shots.items():
            name = f"{product}/{shot}"
            if options.only and not any(only in (product, name) for only in options.only):
                continue
            start = time.monotonic()
            stage.clear()
            # The spoilt shots lose their finest detail anyway.
            long, short, samples = (1040, 780, 10) if flaws else (1280, 960, 10)
            width, height = (short, long) if portrait else (long, short)
            if options.preview:
                width, height, samples = width * 4 // 9, height * 4 // 9, 8
            stage.renderer(width, height, samples)
            arrange(options.work / "labels")
            raw = options.work / f"{product}-{shot}.png"
            bpy.context.scene.render.filepath = str(raw)
            bpy.ops.render.render(write_still=True)
            if options.preview:
                phone.finish(raw, raw.with_suffix(".jpg"), (width, height), *flaws)
            else:
                size = (1500, 2000) if portrait else (2000, 1500)
                phone.finish(raw, HERE.parent / product / f"{shot}.jpg", size, *flaws)
            print(f"{name}: {time.monotonic() - start:.0f} s", file=sys.stderr, flush=True)


main()
