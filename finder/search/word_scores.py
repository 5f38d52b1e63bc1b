"""The scores of every word of a generation, worked out once when it is built.

Each posting list of the Whoosh index is read through the public methods of its matcher, scored
(`finder.search.scoring`), and its fields are added up. The numbers of the activities and their
scores lie in two files that every process of a machine shares. Answering reads nothing else of
the index: it starts at once, is as quick for a word that nobody asked for before, and unpickles
nothing.
"""

from functools import cached_property
from pathlib import Path

import msgspec
import numpy as np
from numpy.lib.format import open_memmap

from finder.search.index import IndexBrokenError, WordIndex
from finder.search.scoring import NONE_SCORED, Numbers, Scored, Scorer, Scores, all_of

_WORDS_FILE = "words.json"
_NUMBERS_FILE = "numbers.npy"
_SCORES_FILE = "scores.npy"
_INDEX_FOLDER = "whoosh"


class _Stored(msgspec.Struct):
    """Where the scores of each word, and of each interest, begin and end in the files."""

    count: int
    words: dict[str, tuple[int, int]]
    slugs: dict[str, tuple[int, int]]


def index_folder(folder: Path) -> Path:
    """Return where the Whoosh index lies in the folder of a council's words."""
    return folder / _INDEX_FOLDER


def write_word_scores(folder: Path, scorer: Scorer) -> None:
    """Write the scores of every word and every interest of an index."""
    places: list[dict[str, tuple[int, int]]] = []
    numbers: list[Numbers] = []
    scores: list[Scores] = []
    start = 0
    for scored_words in (scorer.all_words(), scorer.all_slugs()):
        spans: dict[str, tuple[int, int]] = {}
        for word, scored in scored_words:
            numbers.append(scored.numbers)
            scores.append(scored.scores)
            spans[word] = (start, start := start + scored.numbers.size)
        places.append(spans)
    stored = _Stored(count=scorer.count, words=places[0], slugs=places[1])
    (folder / _WORDS_FILE).write_bytes(msgspec.json.encode(stored))
    np.save(folder / _NUMBERS_FILE, np.concatenate([*numbers, NONE_SCORED.numbers]))
    np.save(folder / _SCORES_FILE, np.concatenate([*scores, NONE_SCORED.scores]))


class WordScores:
    """The scores of every word, open for reading."""

    def __init__(self, folder: Path, count: int) -> None:
        self._folder = folder
        try:
            stored = msgspec.json.decode((folder / _WORDS_FILE).read_bytes(), type=_Stored)
            # A memory map makes each slice slow; a plain array over the same memory does not.
            self._numbers: Numbers = np.asarray(open_memmap(folder / _NUMBERS_FILE, mode="r"))
            self._scores: Scores = np.asarray(open_memmap(folder / _SCORES_FILE, mode="r"))
        except (OSError, ValueError) as error:
            raise IndexBrokenError(f"{folder} is not whole: {error}. Build it again.") from error
        self._words = stored.words
        self._slugs = stored.slugs
        self.count = stored.count
        if self.count != count:
            raise IndexBrokenError(f"{folder} belongs to another catalogue. Build it again.")

    def close(self) -> None:
        """Close the Whoosh index, if an explanation needed it."""
        opened = self.__dict__.pop("scorer", None)
        if opened is not None:
            opened.close()

    def knows(self, word: str) -> bool:
        """Return whether any activity has the word, given as its stem."""
        return word in self._words

    def word(self, word: str) -> Scored:
        """Return the activities with a word in any of their texts, fields added up."""
        return self._at(self._words.get(word))

    def slug(self, slug: str) -> Scored:
        """Return the activities that are filed under an interest."""
        return self._at(self._slugs.get(slug))

    def phrase(self, words: tuple[str, ...]) -> Scored:
        """Return the activities that have all of the words, with the scores added up."""
        return all_of([self.word(word) for word in words])

    @cached_property
    def scorer(self) -> Scorer:
        """Return what the scores were made of, to explain one. It opens the Whoosh index."""
        return Scorer(WordIndex(index_folder(self._folder), self.count))

    def _at(self, span: tuple[int, int] | None) -> Scored:
        if span is None:
            return NONE_SCORED
        start, stop = span
        return Scored(self._numbers[start:stop], self._scores[start:stop])
