"""The words that are known: to mend what is misspelled, and to finish what is half typed."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum

from rapidfuzz import process
from rapidfuzz.distance import OSA

from finder.search.index import is_small, surface_words

# A short word with two slips could be any other word.
SHORTEST_MENDED = 4
TWO_SLIPS_FROM = 7
LONGEST_MENDED = 40
# One letter begins hundreds of texts, of which a few are shown.
_MOST_LOOKED_AT = 400


class WordKind(IntEnum):
    """What sort of word it is, in the order in which they are offered."""

    INTEREST = 0
    TOWN = 1
    WORD = 2
    PROVIDER = 3


@dataclass(frozen=True, slots=True)
class Correction:
    """A word that a person typed, and the known word that was looked for in its stead."""

    typed: str
    used: str


class Lexicon:
    """The known words of one council's site.

    `counts` has each word of the activities with how often it stands there. `known` has texts
    that people look for, such as interests; their words, and those of the towns, are meant
    rather than others.
    """

    def __init__(
        self, counts: Mapping[str, int], known: Iterable[str], towns: Iterable[str] = ()
    ) -> None:
        self._ranks: dict[str, tuple[int, int, str]] = {}
        self._by_letter: defaultdict[str, list[str]] = defaultdict(list)
        self._towns_by_letter: defaultdict[str, list[str]] = defaultdict(list)
        self._towns = {word for town in towns for word in surface_words(town)}
        first = self._towns.union(word for text in known for word in surface_words(text))
        for word in sorted(first | counts.keys()):
            if len(word) >= SHORTEST_MENDED - 1 and word.isalpha() and not is_small(word):
                self._ranks[word] = (word not in first, -counts.get(word, 0), word)
                self._by_letter[word[0]].append(word)
                if word in self._towns:
                    self._towns_by_letter[word[0]].append(word)

    def __contains__(self, word: str) -> bool:
        return word in self._ranks

    def closest(self, word: str) -> str | None:
        """Return the known word that was probably meant, or None.

        It begins with the same letter and is one slip away; two in a word of seven letters or
        more. A slip is a letter too many, too few, wrong, or in its neighbour's place (optimal
        string alignment). Of several, words that people look for come first, then the commonest.
        """
        return self._closest_of(word, self._by_letter.get(word[:1], ()))

    def closest_town_word(self, word: str) -> str | None:
        """Return the word of a town's name that was probably meant, or None. It may be the same."""
        if word in self._towns:
            return word
        return self._closest_of(word, self._towns_by_letter.get(word[:1], ()))

    def split(self, word: str) -> str | None:
        """Return two known words that were written as one, with their space, or None."""
        for middle in range(SHORTEST_MENDED - 1, min(len(word), LONGEST_MENDED) - 2):
            first, second = word[:middle], word[middle:]
            if first in self._ranks and second in self._ranks:
                return f"{first} {second}"
        return None

    def _closest_of(self, word: str, words: Sequence[str]) -> str | None:
        if not SHORTEST_MENDED <= len(word) <= LONGEST_MENDED or not word.isalpha():
            return None
        slips = 2 if len(word) >= TWO_SLIPS_FROM else 1
        near = process.extract(word, words, scorer=OSA.distance, score_cutoff=slips, limit=None)
        found = [(distance, self._ranks[each]) for each, distance, _ in near]
        return min(found)[1][2] if found else None


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Something that a person may be about to type."""

    kind: WordKind
    text: str


class Completions:
    """Everything that can be offered while a person types, sorted for a search by halves."""

    def __init__(self, suggestions: Iterable[Suggestion]) -> None:
        keyed = {
            (" ".join(words[start:]), suggestion)
            for suggestion in suggestions
            for words in (surface_words(suggestion.text),)
            for start in range(len(words))
        }
        ordered = sorted(keyed, key=lambda pair: (pair[0], pair[1].kind, pair[1].text))
        self._keys = [key for key, _ in ordered]
        self._suggestions = [suggestion for _, suggestion in ordered]

    def complete(
        self, typed: str, *, kinds: Collection[WordKind] = tuple(WordKind), most: int = 8
    ) -> tuple[Suggestion, ...]:
        """Return what begins, or has a word that begins, with what was typed.

        Whole texts that begin so come first, then interests, towns, words and providers.
        """
        start = " ".join(surface_words(typed))
        if not start:
            return ()
        low = bisect_left(self._keys, start)
        high = bisect_left(self._keys, start + "\U0010ffff")
        near = self._suggestions[low : min(high, low + _MOST_LOOKED_AT)]
        found = dict.fromkeys(each for each in near if each.kind in kinds)

        def rank(suggestion: Suggestion) -> tuple[bool, int, str]:
            begins = " ".join(surface_words(suggestion.text)).startswith(start)
            return (not begins, suggestion.kind, suggestion.text)

        return tuple(sorted(found, key=rank)[:most])
