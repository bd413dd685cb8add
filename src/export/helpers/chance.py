class Chance:
    """sfc32, the generator that Stagecraft draws from; the same seed gives the same numbers."""

    def __init__(self, seed):
        self.state = [0, seed & 0xFFFFFFFF, (seed & 0xFFFFFFFF) >> 16, 1]
        for _ in range(12):
            self.word()

    def word(self):
        a, b, c, counter = self.state
        total = (a + b + counter) & 0xFFFFFFFF
        turned = ((c << 21) & 0xFFFFFFFF) | (c >> 11)
        self.state = [b ^ (b >> 9), (c + (c << 3)) & 0xFFFFFFFF, (turned + total) & 0xFFFFFFFF, (counter + 1) & 0xFFFFFFFF]
        return total

    def integer(self, n):
        return self.word() * n // 4294967296

    def shuffle(self, items):
        for i in range(len(items) - 1, 0, -1):
            j = self.integer(i + 1)
            items[i], items[j] = items[j], items[i]
        return items
