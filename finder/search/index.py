"""Build and read the Whoosh index. Nothing else in the project imports Whoosh.

Opening a Whoosh index runs what it has pickled, so an index is only ever opened by the machine
that built it, or after its manifest was checked (`finder.generations`). Text from people never
reaches Whoosh's query parser: a few characters there can cost minutes. It is cut into words by
`stems_of`, and queries are built from those.
"""

import math
import re
from array import array
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from string import ascii_lowercase, digits
from threading import Lock
from typing import Any
from unicodedata import category, normalize

import numpy as np
import numpy.typing as npt
from whoosh import index as whoosh_index
from whoosh.analysis import STOP_WORDS, Analyzer, Token
from whoosh.fields import KEYWORD, TEXT, Schema
from whoosh.lang.porter2 import stem
from whoosh.reading import TermNotFound
from whoosh.support.charset import accent_map

# The texts of an activity that the index holds, as `finder.search.documents` makes them.
TEXT_FIELDS = ("name", "interests", "summary", "provider", "town", "about")
# The interests' own slugs, so that "swim" finds all that is filed under swimming.
SLUG_FIELD = "slug"
_MEMORY_MB = 256


@lru_cache(maxsize=20_000)
def _stem(word: str) -> str:
    """Return the stem of a word.

    Porter's second stemmer: the first leaves "swimming" as "swimm" and does not find "swim".
    Whoosh's own cache of stems is not for several threads at once, so this one takes its place.
    """
    return str(stem(word))


def _combining_marks() -> str:
    """Return the marks that belong to the letter before them, as the vowels of Hindi do.

    They are no letters to a regular expression, which would cut a word at each of them.
    """
    marks = (chr(code) for code in range(0x300, 0x1000))
    return "".join(each for each in marks if category(each) in ("Mn", "Mc"))


# Chinese is written without spaces, so each of its characters is a word, and phrases do the rest.
_CHINESE = "\u3400-\u9fff\uf900-\ufaff"
_LETTERS = rf"[^\W_{_CHINESE}][{_combining_marks()}]*"
# Letters and digits, as in "2.30pm" and "1:1". Whoosh's own pattern takes "swim*" for a word.
_WORD = rf"[{_CHINESE}]|(?:{_LETTERS})+(?:[.:](?:{_LETTERS})+)*"
# A single letter says nothing, but a single Chinese character does.
_SMALL_WORDS = STOP_WORDS | frozenset(ascii_lowercase) | frozenset(digits)
_JOINERS = dict.fromkeys(map(ord, "\u200c\u200d\u00ad"))
# Single digits are small words, so that "1 to 1" would be nothing.
_ONE_TO_ONE = re.compile(r"\b1(?: ?to ?| ?[-–] ?)1\b", re.IGNORECASE)
_find_words = re.compile(_WORD).findall


class IndexBrokenError(Exception):
    """The index cannot be opened, or is not the one that belongs to the catalogue."""


def stems_of(text: str) -> list[str]:
    """Return the words of a text as the index keeps them: stems, without accents or stop words."""
    return [_stem(word) for word in surface_words(text) if word not in _SMALL_WORDS]


def surface_words(text: str) -> list[str]:
    """Return the words of a text in small letters without accents, none left out."""
    return list(_cut(text))


@lru_cache(maxsize=512)
def _cut(text: str) -> tuple[str, ...]:
    """Return the words of a text. Names of interests, towns and providers come again and again."""
    words: list[str] = _find_words(_composed(text))
    return tuple(word.lower().translate(accent_map) for word in words)


def is_small(word: str) -> bool:
    """Return whether one of the `surface_words` is small, such as "the", and is not looked for."""
    return word in _SMALL_WORDS


def stem_of(word: str) -> str:
    """Return the stem of one of the `surface_words`; nothing for a small word such as "the"."""
    return "" if word in _SMALL_WORDS else _stem(word)


def _composed(text: str) -> str:
    """Return a text with each letter and its accent as one character, or it is cut in two.

    The joiners that nobody sees would cut a word too, and "1 to 1" is one word.
    """
    return _ONE_TO_ONE.sub("1:1", normalize("NFKC", text).translate(_JOINERS))


class _Stems(Analyzer):  # type: ignore[misc]  # Whoosh has no types.
    """The analyser that Whoosh is given: what a text is cut into is said in one place only."""

    def __call__(self, value: str, **asked: Any) -> Iterator[Token]:
        token = Token(mode=asked.get("mode", ""))
        for token.text in stems_of(value):
            yield token


def _schema() -> Schema:
    texts = {name: TEXT(analyzer=_Stems(), phrase=False) for name in TEXT_FIELDS}
    return Schema(**texts, **{SLUG_FIELD: KEYWORD(scorable=True)})


def build_index(folder: Path, documents: Iterable[Mapping[str, str]]) -> None:
    """Write the documents, in the order of the activities' numbers, as one segment."""
    folder.mkdir(parents=True, exist_ok=True)
    built = whoosh_index.create_in(str(folder), _schema())
    writer = built.writer(limitmb=_MEMORY_MB, procs=1)
    try:
        for document in documents:
            writer.add_document(**document)
    except BaseException:
        writer.cancel()
        raise
    writer.commit(optimize=True)
    built.close()


@dataclass(frozen=True, slots=True)
class Postings:
    """Where one word stands in one field.

    `numbers` are the activities, smallest first (shape (n,), int32); `weights` say how often it
    stands in each (shape (n,), float32). `idf` is how rare it is, as Whoosh reckons it.
    """

    numbers: npt.NDArray[np.int32]
    weights: npt.NDArray[np.float32]
    idf: float


class WordIndex:
    """An index that is open for reading. Document number n is activity number n.

    All readers of a Whoosh index share one position in its file, so threads take turns.
    """

    def __init__(self, folder: Path, count: int) -> None:
        self._turn = Lock()
        try:
            self._index = whoosh_index.open_dir(str(folder), readonly=True)
            self._searcher = self._index.searcher()
            self._reader = self._searcher.reader()
        except Exception as error:  # A damaged index raises errors of any kind.
            raise IndexBrokenError(
                f"{folder} cannot be opened: {error}. Build it again."
            ) from error
        if self._searcher.doc_count_all() != count:
            self.close()
            raise IndexBrokenError(f"{folder} belongs to another catalogue. Build it again.")
        self.count = count

    def close(self) -> None:
        self._searcher.close()
        self._index.close()

    def words_of(self, field: str) -> frozenset[str]:
        """Return every word that stands in a field, as its stem."""
        with self._turn:
            return frozenset(word.decode() for word in self._reader.lexicon(field))

    def lengths(self, field: str) -> tuple[npt.NDArray[np.float32], float]:
        """Return how many words a field has in each activity (shape (count,)), and on average.

        Whoosh keeps the length of a text in one byte, so a long one is about right.
        """
        with self._turn:
            length_of = self._reader.doc_field_length
            lengths = (length_of(number, field, 1) for number in range(self.count))
            return (
                np.fromiter(lengths, np.float32, self.count),
                float(self._searcher.avg_field_length(field) or 1),
            )

    def postings(self, field: str, word: str) -> Postings | None:
        """Return where a word stands in a field, or None when it stands nowhere.

        The list is read through the public methods of Whoosh's matcher, once for a generation.
        """
        with self._turn:
            try:
                matcher = self._reader.postings(field, word)
            except TermNotFound:
                return None
            numbers, weights = array("i"), array("f")
            add_number, add_weight = numbers.append, weights.append
            number, weight, step = matcher.id, matcher.weight, matcher.next
            while matcher.is_active():
                add_number(number())
                add_weight(weight())
                step()
            return Postings(
                numbers=np.frombuffer(numbers, np.int32),
                weights=np.frombuffer(weights, np.float32),
                # What Whoosh's own weighting says, which looks the word up once more to say it.
                idf=math.log(self.count / (len(numbers) + 1)) + 1,
            )
