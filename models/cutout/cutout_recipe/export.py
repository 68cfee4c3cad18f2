"""Writes the averaged weights as ONNX and safetensors.

    python -m cutout_recipe export RUN/last.pt FOLDER [--side 320] [--blend FILE.safetensors] [--full]

The graph takes pictures of any size, a multiple of 32, as normalised pixels (`network.MEAN`, `network.DEVIATION`), as most
segmentation networks do; batch normalisation is folded into the convolutions.
Weights are stored as 16 bits and computed with as 32, unless --full asks for 32, which `quantise` needs.
"""

import copy
import hashlib
from pathlib import Path

import torch
from torch import nn
from torch.nn.utils.fusion import fuse_conv_bn_eval

from .network import Cutout, Exported, Merge, Shipped


def fold(module):
    """Replaces every convolution that a batch normalisation follows by the two in one."""
    for child in module.children():
        fold(child)
    if isinstance(module, Merge):
        fold_sum(module)
    if isinstance(module, nn.Sequential):
        names = list(module._modules)
        for first, second in zip(names, names[1:]):
            if isinstance(module[int(first)], nn.Conv2d) and isinstance(module[int(second)], nn.BatchNorm2d):
                module[int(first)] = fuse_conv_bn_eval(module[int(first)], module[int(second)])
                module[int(second)] = nn.Identity()
    return module


def fold_sum(merge):
    """Folds the normalisation of a sum into both 1 x 1 convolutions: enlarging is linear."""
    norm = merge.body[0]
    scale = norm.weight / torch.sqrt(norm.running_var + norm.eps)
    with torch.no_grad():
        merge.coarse.weight.mul_(scale.view(-1, 1, 1, 1))
        merge.fine.weight.mul_(scale.view(-1, 1, 1, 1))
        merge.fine.bias.copy_((merge.fine.bias - norm.running_mean) * scale + norm.bias)
    merge.body[0] = nn.Identity()


def blend(folded, file):
    """Moves the weights half way to those of an earlier export that this training began from."""
    from safetensors.torch import load_file

    state = folded.state_dict()
    for name, value in load_file(str(file)).items():
        state[name].lerp_(value, 0.5)


def main(checkpoint, folder, side=320, other=None, full=False):
    from safetensors.torch import save_file

    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    network = Cutout()
    network.load_state_dict(torch.load(checkpoint, map_location="cpu", weights_only=False)["average"])
    network.eval()
    parameters = sum(p.numel() for p in network.parameters())
    folded = Shipped(fold(copy.deepcopy(network))).eval()
    probe = torch.rand(1, 3, side, side)
    with torch.inference_mode():
        apart = (folded(probe) - Shipped(network).eval()(probe)).abs().max().item()
    if apart > 1e-3:
        raise RuntimeError(f"folding changed the output by {apart}")
    if other:
        blend(folded.network, other)
    onnx = folder / "cutout.onnx"
    torch.onnx.export(Exported(folded.network).eval(), (probe,), str(onnx), input_names=["picture"], output_names=["probability"], opset_version=17, dynamo=False,
        dynamic_axes={name: {2: "height", 3: "width"} for name in ("picture", "probability")})
    if not full:
        from .quantise import halve

        halve(onnx, onnx)
    # The unused head at an eighth is not part of what ships.
    state = {k: v.contiguous() for k, v in folded.network.state_dict().items() if not k.startswith("coarse")}
    save_file(state, str(folder / "cutout.safetensors"), {"side": str(side), "layout": "folded convolutions of network.Cutout"})
    for path in (onnx, folder / "cutout.safetensors"):
        print(path, path.stat().st_size, hashlib.sha256(path.read_bytes()).hexdigest())
    print(f"{parameters} parameters, folding differs by {apart:.1e}")
