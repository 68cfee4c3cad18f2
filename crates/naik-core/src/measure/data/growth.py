"""Works the growth figures out a second time, with NumPy and SciPy, on fixed data.

    python3 -m venv /tmp/growth && /tmp/growth/bin/pip install numpy==2.4.6 scipy==1.17.1
    cd crates/naik-core/src/measure/data && /tmp/growth/bin/python growth.py > growth.json

The test `figures_agree_with_numpy_and_scipy` of naik-core reads what this writes. `exact` repeats the very draws of
`naik_core::seed::Seed` and must agree to the last digits; `scipy` is scipy.stats.bootstrap with draws of its own, and
agrees as far as chance lets it. `coverage` is how often 95 % intervals held the truth in simulated groups.
"""

import json
import math
import sys

import numpy
import scipy
from scipy.stats import bootstrap

M = (1 << 64) - 1
ROUNDS, LEVEL = 2000, 0.95


def finalise(z):
    z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & M
    z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & M
    return z ^ (z >> 31)


class Seed:
    def __init__(self, state):
        self.state = state

    def of(self, purpose):
        h = 0xCBF29CE484222325
        for byte in purpose.encode():
            h = ((h ^ byte) * 0x100000001B3) & M
        return Seed(finalise(self.state ^ h))

    def below(self, bound):
        self.state = (self.state + 0x9E3779B97F4A7C15) & M
        return (finalise(self.state) * bound) >> 64

    def draw(self, sample):
        return numpy.array([sample[self.below(len(sample))] for _ in sample])


def shops(seed, count, drift):
    """Sales before and after, in whole rupiah: uneven, as small shops' are."""
    found = []
    for _ in range(count):
        before = 800_000 + seed.below(9_200_000)
        change = drift + (seed.below(1000) + seed.below(1000) + seed.below(1000) - 1500) / 1500
        found.append((before, max(50_000, round(before * math.exp(change)))))
    return found


def ends(rounds):
    tail = (1 - LEVEL) / 2
    return [float(q) for q in numpy.quantile(rounds, [tail, 1 - tail], method="linear")]


def spread(sample):
    return [float(q) for q in numpy.quantile(sample, [0.25, 0.5, 0.75], method="linear")]


def median_interval(seed, sample):
    return ends([numpy.median(seed.draw(sample)) for _ in range(ROUNDS)])


def difference(one, other):
    return float(numpy.expm1(numpy.mean(one) - numpy.mean(other)))


def coverage(seed, trials=300, size=40):
    rng = numpy.random.default_rng(seed)
    medians = differences = 0
    for _ in range(trials):
        one, other = rng.normal(0.12, 0.4, size), rng.normal(0.02, 0.4, size)
        m = bootstrap((numpy.expm1(one),), numpy.median, n_resamples=1000, method="percentile", rng=rng)
        low, high = m.confidence_interval
        medians += low <= math.expm1(0.12) <= high
        d = bootstrap(
            (one, other),
            lambda a, b, axis=-1: numpy.mean(a, axis=axis) - numpy.mean(b, axis=axis),
            n_resamples=1000,
            method="percentile",
            rng=rng,
        )
        low, high = d.confidence_interval
        differences += low <= 0.10 <= high
    return {"trials": trials, "size": size, "median": medians / trials, "difference": differences / trials}


def main():
    seed = 20261126
    data = {"cohort": shops(Seed(1), 63, 0.14), "waiting": shops(Seed(2), 41, 0.03)}
    shares = {g: numpy.array([a / b - 1 for b, a in data[g]]) for g in data}
    logs = {g: numpy.log(numpy.array([a / b for b, a in data[g]])) for g in data}
    exact = {
        g: {"spread": spread(shares[g]), "interval": median_interval(Seed(seed).of(g), shares[g])} for g in data
    }
    draws = Seed(seed).of("comparison")
    exact["comparison"] = {
        "difference": difference(logs["cohort"], logs["waiting"]),
        "interval": ends(
            [difference(draws.draw(logs["cohort"]), draws.draw(logs["waiting"])) for _ in range(ROUNDS)]
        ),
    }
    rng = numpy.random.default_rng(seed)
    by_scipy = {}
    for g in data:
        found = bootstrap((shares[g],), numpy.median, n_resamples=20000, method="percentile", rng=rng)
        by_scipy[g] = list(map(float, found.confidence_interval))
    found = bootstrap(
        (logs["cohort"], logs["waiting"]),
        lambda a, b, axis=-1: numpy.expm1(numpy.mean(a, axis=axis) - numpy.mean(b, axis=axis)),
        n_resamples=20000,
        method="percentile",
        rng=rng,
    )
    by_scipy["comparison"] = list(map(float, found.confidence_interval))
    json.dump(
        {
            "made_with": f"growth.py, NumPy {numpy.__version__}, SciPy {scipy.__version__}",
            "seed": seed,
            "data": data,
            "exact": exact,
            "scipy": by_scipy,
            "coverage": coverage(7),
        },
        sys.stdout,
        indent=1,
    )
    print()


main()
