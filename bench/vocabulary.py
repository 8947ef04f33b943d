"""Text that looks like Dutch to a search: a few words in everything, most words almost nowhere."""

from itertools import accumulate
from random import Random
from typing import Final

from search.words import STOP

#: Stands in a fifth of all texts, and in every fifth title.
COMMON: Final = "gemeente"
#: Stands in a handful of texts.
RARE: Final = "zonnebloemolie"

ONSETS: Final = "b bl br d dr f g gr h j k kl kr l m n p pr r s sch sl sp st t tr v vl w z".split()
VOWELS: Final = "a aa e ee i ie o oe oo u ui ij ou".split()
CODAS: Final = "k l m n p r s t nd rk cht".split()
ENDINGS: Final = ["", "", "en", "ing", "ingen", "er", "ers", "heid", "lijk", "elijke"]


class Vocabulary:
    """Words by rank, each as frequent as Zipf's law says."""

    def __init__(self, seed: int, size: int = 40_000) -> None:
        self.random = Random(seed)
        self.words = list(dict.fromkeys([*sorted(STOP), *self._made(size)]))
        self.weights = list(accumulate(1 / rank for rank in range(1, len(self.words) + 1)))

    def _made(self, size: int) -> list[str]:
        return [self._word() for _ in range(size)]

    def _word(self) -> str:
        pick = self.random.choice
        syllables = self.random.choices((1, 2, 3), (3, 5, 2))[0]
        parts = [pick(ONSETS) + pick(VOWELS) + pick(CODAS) for _ in range(syllables)]
        return "".join(parts) + pick(ENDINGS)

    def text(self, length: int, *also: str) -> str:
        """So many words in sentences of a dozen, with these words somewhere in it."""
        words = self.random.choices(self.words, cum_weights=self.weights, k=length)
        for word in also:
            words[self.random.randrange(length)] = word
        sentences = (words[first : first + 12] for first in range(0, length, 12))
        return " ".join(" ".join(sentence).capitalize() + "." for sentence in sentences)

    def about(self, length: int, number: int) -> str:
        """The text of something with this number: every fifth has the common word."""
        also = [COMMON] if number % 5 == 0 else []
        return self.text(length, *also, *([RARE] if number % 4_001 == 0 else []))
