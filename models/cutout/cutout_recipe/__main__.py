"""Commands: render, train, evaluate, quantise, export. See README.md."""

import argparse
from pathlib import Path


def main():
    top = argparse.ArgumentParser(prog="cutout_recipe")
    kinds = top.add_subparsers(dest="command", required=True)
    render = kinds.add_parser("render", help="make renders with masks")
    render.add_argument("out", type=Path)
    render.add_argument("--first", type=int, default=0)
    render.add_argument("--count", type=int, default=1000)
    render.add_argument("--side", type=int, default=176)
    render.add_argument("--samples", type=int, default=4)
    train = kinds.add_parser("train", help="train or go on from RUN/last.pt")
    train.add_argument("run", type=Path)
    train.add_argument("--ccp", required=True)
    train.add_argument("--eshop", required=True)
    train.add_argument("--eshop-masks", required=True)
    train.add_argument("--renders", required=True)
    train.add_argument("--start", help="exported safetensors to begin a new RUN from")
    train.add_argument("--dev", help="folder with manifest.tsv, for figures during training")
    train.add_argument("--dev-side", type=int, default=224)
    train.add_argument("--minutes", type=float, default=60)
    train.add_argument("--steps", type=int, default=0, help="schedule and end by steps, for comparisons")
    train.add_argument("--side", type=int, default=160)
    train.add_argument("--batch", type=int, default=12)
    train.add_argument("--fresh", type=int, default=6, help="new pairs per batch; the rest come from a buffer")
    train.add_argument("--rate", type=float, default=2e-3)
    train.add_argument("--threads", type=int, default=1)
    train.add_argument("--seed", type=int, default=1)
    train.add_argument("--save-every", type=float, default=3)
    train.add_argument("--check-every", type=float, default=10)
    train.add_argument("--restart-schedule", action="store_true")
    train.add_argument("--no-renders", action="store_true")
    train.add_argument("--no-composites", action="store_true")
    evaluate = kinds.add_parser("evaluate", help="figures of the network alone")
    evaluate.add_argument("model")
    evaluate.add_argument("--data", required=True)
    evaluate.add_argument("--side", type=int, default=320)
    evaluate.add_argument("--out")
    evaluate.add_argument("--mirror", action="store_true", help="the mean with the mirror image, as the program asks")
    quantise = kinds.add_parser("quantise", help="weights of 16 and 8 bits, for comparison")
    quantise.add_argument("model")
    quantise.add_argument("out")
    quantise.add_argument("--renders", required=True)
    export = kinds.add_parser("export", help="ONNX and safetensors")
    export.add_argument("checkpoint")
    export.add_argument("folder")
    export.add_argument("--side", type=int, default=320)
    export.add_argument("--blend", help="earlier safetensors; the mean of both is exported")
    export.add_argument("--full", action="store_true", help="weights of 32 bits")
    options = top.parse_args()
    if options.command == "render":
        from .scenes import render as job

        job.main(options.out, options.first, options.count, options.side, options.samples)
    elif options.command == "train":
        from . import train as job

        job.main(options)
    elif options.command == "evaluate":
        from . import evaluate as job

        job.main(options.model, options.data, options.side, options.out, mirror=options.mirror)
    elif options.command == "quantise":
        from . import quantise as job

        job.main(options.model, options.out, options.renders)
    else:
        from . import export as job

        job.main(options.checkpoint, options.folder, options.side, options.blend, options.full)


main()
