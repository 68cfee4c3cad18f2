"""Starts a training from exported weights, whose batch normalisation is folded away."""

import torch
from torch import nn


def load(network, file, probe):
    """Fills `network` from a safetensors file of `export`; the output on `probe` (N x 3 x S x S, 0..1) stays the same.

    Each normalisation gets the mean and variance that `probe` has there, and the scale and shift
    that undo them: so training goes on with statistics that fit.
    """
    from safetensors.torch import load_file

    own = dict(network.named_parameters())
    shifts = {}
    with torch.no_grad():
        for name, value in load_file(str(file)).items():
            if name in own:
                own[name].copy_(value)
            else:
                # The bias that a folded convolution got from the normalisation behind it.
                layer, _, _ = name.rpartition(".0.")
                shifts[f"{layer}.1"] = value
        norms = {name: module for name, module in network.named_modules() if isinstance(module, nn.BatchNorm2d)}
        seen = {}

        def watch(name):
            def hook(_, inputs):
                seen[name] = (inputs[0].mean((0, 2, 3)), inputs[0].var((0, 2, 3), unbiased=False))

            return hook

        for name, norm in norms.items():
            norm.running_mean.zero_()
            norm.running_var.fill_(1 - norm.eps)
            norm.weight.fill_(1)
            norm.bias.copy_(shifts[name]) if name in shifts else norm.bias.zero_()
        hooks = [norm.register_forward_pre_hook(watch(name)) for name, norm in norms.items()]
        network.eval()
        network(probe)
        for hook in hooks:
            hook.remove()
        for name, norm in norms.items():
            mean, variance = seen[name]
            variance = variance.clamp_min(1e-4)
            norm.running_mean.copy_(mean)
            norm.running_var.copy_(variance)
            norm.weight.copy_(torch.sqrt(variance + norm.eps))
            norm.bias.add_(mean)
    return network
