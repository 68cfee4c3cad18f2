"""The random source of one scene, which may keep to a few related hues.

Real photos are seldom drawn from all colours: a brown bowl stands on brown wood among dry
leaves. A scene with a tone draws most of its colours near one hue, its subject's too, so that
colour alone doesn't give the subject away.
"""

import random


class Dice(random.Random):
    """`hue()` for every colour of the scene; the rest is `random.Random`."""

    def __init__(self, seed):
        super().__init__(seed)
        self.middle, self.spread, self.stray = 0.0, 1.0, 1.0
        if self.random() < 0.35:
            self.middle, self.spread, self.stray = self.random(), self.uniform(0.02, 0.1), self.choice((0.0, 0.1, 0.3))
            if self.random() < 0.5:
                self.middle = self.gauss(0.08, 0.05) % 1.0

    def hue(self):
        """0..1 around the colour circle."""
        if self.random() < self.stray:
            # Food, wood, skin, clay and paper are warm.
            return self.gauss(0.08, 0.06) % 1.0 if self.random() < 0.45 else self.random()
        return self.gauss(self.middle, self.spread) % 1.0
