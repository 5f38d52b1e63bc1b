"""The words of a question as every engine is asked them.

Our search knows which words mean the same, and which belong to an interest. The other engines
are told, so that all of them look for the same activities. They are told before their time
begins, and nobody tells them what a slip of the fingers was meant to be.
"""

import re
from collections import defaultdict
from collections.abc import Sequence

from whoosh.analysis import STOP_WORDS

from benchmarks.asked import Phrase, Wanted
from benchmarks.catalogue import words_of
from finder.catalogue.contents import Contents

MOST_IDEAS = 12
_LONGEST_PHRASE = 6
_WORD = re.compile(r"[^\W_]+")


class Wording:
    """What stands for what in one council's words."""

    def __init__(self, contents: Contents) -> None:
        self._interests: dict[Phrase, dict[str, None]] = defaultdict(dict)
        self._same: dict[Phrase, dict[Phrase, None]] = defaultdict(dict)
        for interest in contents.interests:
            for word in words_of(interest):
                self._interests[_phrase(word)][interest.slug] = None
        self._fillers = {_phrase(filler) for filler in contents.fillers}
        for synonym_set in contents.synonyms:
            phrases = [_phrase(word) for word in synonym_set.words]
            for phrase in phrases:
                self._same[phrase].update(dict.fromkeys(phrases))

    def read(self, text: str) -> tuple[Wanted, ...]:
        """Return what a text asks for, the longest known phrases first. Fillers say nothing."""
        words = _phrase(text)
        wanted: dict[Phrase, Wanted] = {}
        position = 0
        while position < len(words) and len(wanted) < MOST_IDEAS:
            phrase = self._phrase_at(words, position)
            position += len(phrase)
            if phrase in self._fillers and not self._means_anything(phrase):
                continue
            wanted[phrase] = Wanted(
                phrases=tuple({phrase: None} | self._same.get(phrase, {})),
                interests=tuple(self._interests.get(phrase, ())),
            )
        return tuple(wanted.values())

    def _phrase_at(self, words: Sequence[str], position: int) -> Phrase:
        for length in range(_LONGEST_PHRASE, 1, -1):
            phrase = tuple(words[position : position + length])
            if phrase in self._fillers or self._means_anything(phrase):
                return phrase
        return (words[position],)

    def _means_anything(self, phrase: Phrase) -> bool:
        return phrase in self._interests or phrase in self._same


def _phrase(text: str) -> Phrase:
    return tuple(word for word in _WORD.findall(text.lower()) if word not in STOP_WORDS)


def as_typed(text: str) -> tuple[Wanted, ...]:
    """Return a text as somebody asks for it who knows of no synonyms: each word by itself."""
    return tuple(Wanted(phrases=((word,),)) for word in _phrase(text))
