"""Trains by the clock: the learning rate falls as a cosine over the given minutes.

    python -m cutout_recipe train RUN --minutes 60 --ccp DIR --eshop DIR --eshop-masks DIR --renders DIR

RUN holds `last.pt` (resumed from when present), `log.csv` and, with --dev, figures every few minutes.
A GPU is used where there is one.
"""

import copy
import math
import time
from pathlib import Path

import cv2
import numpy as np
import torch

from . import compose, evaluate, sources, warm
from .network import Cutout, Shipped, loss


class Buffer:
    """Keeps late pairs so that each is used more than once: composing costs half a step."""

    def __init__(self, composer, size, batch, fresh, capacity=3000):
        self.composer, self.size, self.batch, self.fresh, self.capacity = composer, size, batch, fresh, capacity
        self.pairs = []

    def draw(self, rng):
        made = [self.composer.pair(rng, self.size) for _ in range(self.batch if len(self.pairs) < 4 * self.batch else self.fresh)]
        made = [(picture, np.uint8(truth * 255 + 0.5)) for picture, truth in made]
        old = [self.pairs[i] for i in rng.integers(0, len(self.pairs), self.batch - len(made))] if len(made) < self.batch else []
        for pair in made:
            if len(self.pairs) < self.capacity:
                self.pairs.append(pair)
            else:
                self.pairs[rng.integers(self.capacity)] = pair
        pictures, truths = [], []
        for picture, truth in made + old:
            if rng.random() < 0.5:
                picture, truth = picture[:, ::-1], truth[:, ::-1]
            pictures.append(picture)
            truths.append(truth)
        x = torch.from_numpy(np.stack(pictures).transpose(0, 3, 1, 2).astype(np.float32) / 255)
        return x, torch.from_numpy(np.stack(truths)[:, None].astype(np.float32) / 255)


def pools(options):
    """Photos and products with masks, and the photos' grounds."""
    photos = [cut for cut in sources.ccp(options.ccp) if not cut.empty]
    products = [cut for cut in sources.eshop(options.eshop, options.eshop_masks) if not cut.empty]
    return photos, products, [sources.without_subject(cut) for cut in photos]


def average_into(average, network, keep):
    with torch.no_grad():
        for slow, fast in zip(average.state_dict().values(), network.state_dict().values()):
            if slow.dtype.is_floating_point:
                slow.mul_(keep).add_(fast, alpha=1 - keep)
            else:
                slow.copy_(fast)


def check(network, photos, device):
    """Figures of `network` on photos loaded by `evaluate.load`."""
    shipped = Shipped(network).eval()
    results = []
    with torch.inference_mode():
        for name, x, truth, kind in photos:
            chance = shipped(torch.from_numpy(x).to(device))[0, 0].cpu().numpy()
            results.append((name, evaluate.iou(chance, truth, kind)))
    return evaluate.table(results)


def save(path, **state):
    """Writes beside and then moves, so that a stop leaves the last whole file."""
    part = path.with_suffix(".part")
    torch.save(state, part)
    part.replace(path)


def main(options):
    torch.set_num_threads(options.threads)
    cv2.setNumThreads(1)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    run = Path(options.run)
    run.mkdir(parents=True, exist_ok=True)
    photos, products, grounds = sources.cached(run / "sources.cache", lambda: pools(options))
    renders = sources.Renders(options.renders)
    renders.refresh()
    composer = compose.Composer(photos, products, renders, grounds, not options.no_renders, not options.no_composites)
    torch.manual_seed(options.seed)
    network = Cutout()
    last = run / "last.pt"
    if options.start and not last.exists():
        rng = np.random.default_rng(options.seed)
        probe = np.stack([composer.pair(rng, options.side)[0] for _ in range(48)])
        warm.load(network, options.start, torch.from_numpy(probe.transpose(0, 3, 1, 2).astype(np.float32) / 255))
    network = network.to(device).to(memory_format=torch.channels_last)
    average = copy.deepcopy(network)
    optimizer = torch.optim.AdamW(network.parameters(), lr=options.rate, weight_decay=0.01)
    step, spent = 0, 0.0
    if last.exists():
        state = torch.load(last, map_location=device, weights_only=False)
        network.load_state_dict(state["network"])
        average.load_state_dict(state["average"])
        optimizer.load_state_dict(state["optimizer"])
        step, spent = state["step"], state["spent"]
    if options.restart_schedule:
        spent = 0.0
    rng = np.random.default_rng((options.seed, step))
    buffer = Buffer(composer, options.side, options.batch, options.fresh)
    dev = evaluate.load(options.dev, options.dev_side) if options.dev else []
    log = run / "log.csv"
    start = time.monotonic() - spent * 60
    saved = checked = time.monotonic()
    running = None
    print(f"{len(photos)} photos, {len(products)} products, {len(renders.cuts)} renders, from step {step}", flush=True)
    while True:
        spent = (time.monotonic() - start) / 60
        done = spent >= options.minutes or options.steps and step >= options.steps
        progress = step / options.steps if options.steps else spent / options.minutes
        ramp = min(1.0, (step + 1) / 100)
        for group in optimizer.param_groups:
            group["lr"] = options.rate * ramp * (0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * min(1.0, progress))))
        if not done:
            x, truth = buffer.draw(rng)
            x, truth = x.to(device).contiguous(memory_format=torch.channels_last), truth.to(device)
            network.train()
            logits, coarse = network(x)
            cost = loss(logits, coarse, truth)
            optimizer.zero_grad(set_to_none=True)
            cost.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 2.0)
            optimizer.step()
            step += 1
            average_into(average, network, min(0.998, (1 + step) / (10 + step)))
            running = cost.item() if running is None else 0.99 * running + 0.01 * cost.item()
        if done or time.monotonic() - saved > options.save_every * 60:
            saved = time.monotonic()
            renders.refresh()
            save(last, network=network.state_dict(), average=average.state_dict(), optimizer=optimizer.state_dict(), step=step, spent=spent)
            print(f"step {step} {spent:.1f} min loss {running or 0:.4f} renders {len(renders.cuts)}", flush=True)
        if dev and (done or time.monotonic() - checked > options.check_every * 60):
            figures = check(average, dev, device)
            checked = time.monotonic()
            if not log.exists():
                log.write_text("clock,step,minutes,loss,renders," + ",".join(f"{name},{name}_bad" for name in figures) + "\n")
            with log.open("a") as file:
                values = ",".join(f"{mean:.4f},{bad:.4f}" for mean, bad, _ in figures.values())
                file.write(f"{time.strftime('%H:%M')},{step},{spent:.1f},{running or 0:.4f},{len(renders.cuts)},{values}\n")
            print(evaluate.show(figures), flush=True)
        if done:
            break
