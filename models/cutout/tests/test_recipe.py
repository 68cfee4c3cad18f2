"""The recipe's pure parts: pairs, figures, the network's shape and budget, folding."""

import copy
import sys
from pathlib import Path

import numpy as np
import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
cv2 = pytest.importorskip("cv2")
torch = pytest.importorskip("torch")

from cutout_recipe import compose, evaluate, export, figures, network, sources, textures  # noqa: E402
from cutout_recipe.scenes import dice  # noqa: E402


class NoRenders:
    cuts: list = []
    grounds: list = []


def cut(seed=0):
    """A disc on a ramp, as a photo with its mask."""
    picture = np.tile(np.linspace(20, 90, 120, dtype=np.uint8)[None, :, None], (160, 1, 3)).copy()
    mask = np.zeros((160, 120), np.uint8)
    cv2.circle(mask, (60, 80), 35, 255, -1)
    picture[mask > 0] = (200, 40 + seed, 30)
    return sources.Cut(picture, mask, "test")


def composer():
    cuts = [cut(seed) for seed in range(3)]
    return compose.Composer(cuts, cuts, NoRenders(), [sources.without_subject(c) for c in cuts])


def test_pairs_depend_on_the_seed_alone():
    first, second, other = (composer().pair(np.random.default_rng(seed), 96) for seed in (5, 5, 6))
    assert np.array_equal(first[0], second[0]) and np.array_equal(first[1], second[1])
    assert not np.array_equal(first[0], other[0])


def test_pairs_have_a_subject_and_a_ground():
    rng, made = np.random.default_rng(1), composer()
    for _ in range(40):
        picture, truth = made.pair(rng, 96)
        assert picture.shape == (96, 96, 3) and picture.dtype == np.uint8
        assert truth.min() >= 0 and truth.max() <= 1.001
    assert truth.shape == (96, 96)


def test_the_subject_leaves_the_ground():
    whole = cut()
    left = sources.without_subject(whole)
    inside = left[whole.mask > 0].astype(int)
    assert (inside[:, 0] - inside[:, 2]).max() < 60, "the red disc must be covered"


def test_pasting_follows_alpha():
    rng, made = np.random.default_rng(3), composer()
    ground, piece = np.full((64, 64, 3), 50.0), np.full((64, 64, 3), 50.0)
    alpha = np.zeros((64, 64), np.float32)
    picture, truth = made.paste(rng, ground, piece, alpha, 64)
    assert np.allclose(picture, 50) and truth.max() == 0


def test_figures_and_textures_stay_in_range():
    rng = np.random.default_rng(2)
    for _ in range(12):
        colour, alpha = figures.figure(rng, 64, [])
        assert colour.min() >= 0 and colour.max() <= 255 and alpha.max() <= 1
        ground = textures.ground(rng, 64)
        assert ground.shape == (64, 64, 3) and ground.min() >= 0 and ground.max() <= 255


def test_a_scene_repeats_its_hues():
    first, second = dice.Dice("scene 7"), dice.Dice("scene 7")
    assert [first.hue() for _ in range(20)] == [second.hue() for _ in range(20)]
    made = [dice.Dice(f"scene {number}") for number in range(200)]
    toned = [one for one in made if one.spread < 1]
    assert 40 < len(toned) < 100, "a third of the scenes keep to a few hues"
    assert all(0 <= one.hue() < 1 for one in made)


def test_intersection_over_union():
    truth = np.zeros((10, 10), np.uint8)
    truth[:5] = 255
    half = np.zeros((10, 10))
    half[:5, :5] = 1
    assert evaluate.iou(truth / 255, truth, "binary") == 1
    assert evaluate.iou(half, truth, "binary") == pytest.approx(0.5)
    truth[5:] = 128
    assert evaluate.iou(np.ones((10, 10)), truth, "binary") == 1, "128 is unknown and not counted"


def test_budget_and_shapes():
    made = network.Cutout().eval()
    assert sum(p.numel() for p in made.parameters()) <= 500_000
    with torch.inference_mode():
        logits, coarse = made(torch.rand(1, 3, 96, 64))
        chance = network.Shipped(made)(torch.rand(1, 3, 96, 64))
    assert logits.shape == (1, 1, 48, 32) and coarse.shape == (1, 1, 12, 8) and chance.shape == (1, 1, 96, 64)
    assert 0 <= chance.min() and chance.max() <= 1


def test_folding_keeps_the_output():
    torch.manual_seed(0)
    made = network.Cutout()
    made.train()
    for _ in range(3):
        made(torch.rand(2, 3, 64, 64))
    made.eval()
    folded = export.fold(copy.deepcopy(made)).eval()
    picture = torch.rand(1, 3, 64, 64)
    with torch.inference_mode():
        assert torch.allclose(made(picture)[0], folded(picture)[0], atol=1e-4)
    assert not any(isinstance(m, torch.nn.BatchNorm2d) for m in folded.modules())


def test_loss_falls_with_the_truth():
    truth = torch.zeros(1, 1, 64, 64)
    truth[..., 16:48, 16:48] = 1
    half = torch.nn.functional.interpolate(truth, size=32) * 20 - 10
    eighth = torch.nn.functional.interpolate(truth, size=8) * 20 - 10
    assert network.loss(half, eighth, truth) < 0.1 < network.loss(-half, -eighth, truth)


def test_halves_say_nearly_the_same(tmp_path):
    onnx = pytest.importorskip("onnx")
    runtime = pytest.importorskip("onnxruntime")
    from cutout_recipe import quantise

    probe = torch.rand(1, 3, 64, 64)
    whole, half = tmp_path / "whole.onnx", tmp_path / "half.onnx"
    torch.onnx.export(network.Exported(network.Cutout().eval()).eval(), (probe,), str(whole), opset_version=17, dynamo=False)
    quantise.halve(whole, half)
    assert half.stat().st_size < 0.6 * whole.stat().st_size
    assert onnx.load(str(half)).graph.input[0].name == onnx.load(str(whole)).graph.input[0].name
    said = []
    for path in (whole, half):
        session = runtime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
        said.append(session.run(None, {session.get_inputs()[0].name: probe.numpy()})[0])
    assert np.abs(said[0] - said[1]).max() < 0.01
