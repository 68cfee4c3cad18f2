M = (1 << 64) - 1

def finalise(z):
    z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & M
    z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & M
    return z ^ (z >> 31)

def draw(words, tickets, places):
    state = 0
    digits = "".join(sign for sign in words if sign in "0123456789")
    for purpose in (digits, "lottery"):
        h = 0xCBF29CE484222325                      # FNV-1a, 64 bits
        for byte in purpose.encode():
            h = ((h ^ byte) * 0x100000001B3) & M
        state = finalise(state ^ h)
    order = sorted(tickets)
    for i in range(len(order) - 1, 0, -1):          # Fisher-Yates with SplitMix64
        state = (state + 0x9E3779B97F4A7C15) & M
        j = (finalise(state) * (i + 1)) >> 64
        order[i], order[j] = order[j], order[i]
    return order[:places], order[places:]
