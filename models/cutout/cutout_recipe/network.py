"""The network: a small U with a global context, plain convolutions and bilinear steps up.

Input: N x 3 x S x S, RGB in 0..1, S a multiple of 32. Output: logits at S / 2, and at S / 8 for
training. `Shipped` gives the probability at S, `Exported` the same from normalised pixels.
"""

import torch
import torch.nn.functional as F
from torch import nn

MEAN = (0.485, 0.456, 0.406)
DEVIATION = (0.229, 0.224, 0.225)


def conv(inside, outside, stride=1, dilation=1, kernel=3):
    return nn.Sequential(
        nn.Conv2d(inside, outside, kernel, stride, dilation * (kernel // 2), dilation, bias=False),
        nn.BatchNorm2d(outside),
        nn.ReLU(inplace=True),
    )


class Residual(nn.Module):
    """x + conv(x), with one 3 x 3 convolution."""

    def __init__(self, channels, dilation=1):
        super().__init__()
        self.body = conv(channels, channels, dilation=dilation)

    def forward(self, x):
        return x + self.body(x)


class Context(nn.Module):
    """Tells every place what the whole picture is like."""

    def __init__(self, channels):
        super().__init__()
        self.whole = nn.Sequential(nn.Conv2d(channels, channels // 2, 1), nn.ReLU(), nn.Conv2d(channels // 2, channels, 1))
        self.gate = nn.Sequential(nn.Conv2d(channels, channels // 4, 1), nn.ReLU(), nn.Conv2d(channels // 4, channels, 1), nn.Sigmoid())

    def forward(self, x):
        mean = F.adaptive_avg_pool2d(x, 1)
        return x * self.gate(mean) + self.whole(mean)


class Merge(nn.Module):
    """Steps up by two and adds the finer features."""

    def __init__(self, coarse, fine, outside):
        super().__init__()
        self.coarse = nn.Conv2d(coarse, outside, 1, bias=False)
        self.fine = nn.Conv2d(fine, outside, 1)
        self.body = nn.Sequential(nn.BatchNorm2d(outside), nn.ReLU(inplace=True), conv(outside, outside))

    def forward(self, coarse, fine):
        up = F.interpolate(self.coarse(coarse), scale_factor=2, mode="bilinear", align_corners=False)
        return self.body(up + self.fine(fine))


class Cutout(nn.Module):
    def __init__(self, widths=(16, 24, 48, 72, 96)):
        super().__init__()
        a, b, c, d, e = widths
        self.at2 = conv(3, a, 2)
        self.at4 = nn.Sequential(conv(a, b, 2), Residual(b), Residual(b))
        self.at8 = nn.Sequential(conv(b, c, 2), Residual(c), Residual(c), Residual(c))
        self.at16 = nn.Sequential(conv(c, d, 2), Residual(d), Residual(d, 2), Residual(d))
        self.at32 = nn.Sequential(conv(d, e, 2), Residual(e), Context(e))
        self.up16 = Merge(e, d, 64)
        self.up8 = Merge(64, c, 40)
        self.up4 = Merge(40, b, 24)
        self.up2 = Merge(24, a, 16)
        self.coarse = nn.Conv2d(40, 1, 1)
        self.out = nn.Conv2d(16, 1, 3, padding=1)
        for head in (self.coarse, self.out):
            nn.init.constant_(head.bias, -1.0)

    def forward(self, x):
        mean = x.new_tensor(MEAN).view(1, 3, 1, 1)
        deviation = x.new_tensor(DEVIATION).view(1, 3, 1, 1)
        return self.of_normalised((x - mean) / deviation)

    def of_normalised(self, x):
        half = self.at2(x)
        quarter = self.at4(half)
        eighth = self.at8(quarter)
        sixteenth = self.at16(eighth)
        deep = self.up8(self.up16(self.at32(sixteenth), sixteenth), eighth)
        return self.out(self.up2(self.up4(deep, quarter), half)), self.coarse(deep)


class Shipped(nn.Module):
    """Probability at the size of the input."""

    def __init__(self, network):
        super().__init__()
        self.network = network

    def forward(self, picture):
        logits, _ = self.network(picture)
        return torch.sigmoid(F.interpolate(logits, scale_factor=2, mode="bilinear", align_corners=False))


class Exported(Shipped):
    """The same from pixels that are normalised already, as programs feed such networks."""

    def forward(self, picture):
        logits, _ = self.network.of_normalised(picture)
        return torch.sigmoid(F.interpolate(logits, scale_factor=2, mode="bilinear", align_corners=False))


def loss(logits, coarse, truth):
    """Cross-entropy plus soft IoU at half size, and a lighter pair at an eighth."""
    total = 0.0
    for guess, weight in ((logits, 1.0), (coarse, 0.4)):
        wanted = F.interpolate(truth, size=guess.shape[-2:], mode="area")
        chance = torch.sigmoid(guess)
        both = (chance * wanted).sum((1, 2, 3))
        either = (chance + wanted - chance * wanted).sum((1, 2, 3))
        total = total + weight * (F.binary_cross_entropy_with_logits(guess, wanted) + 0.6 * (1 - (both + 4) / (either + 4)).mean())
    return total
