"""Understand a text before it is searched for: mend what is misspelled, and find a place in it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from finder.domain.council import Council
from finder.domain.query import LONGEST_TEXT, exact_words
from finder.geo.gazetteer import Gazetteer, Outcome
from finder.geo.towns import fold_name
from finder.readability.vocabulary import is_common, read_common_words
from finder.search.index import stem_of, stems_of, surface_words
from finder.search.lexicon import Correction, Lexicon
from finder.search.word_scores import WordScores
from finder.search.words import Thesaurus

# More words than this, and it is no question that a person asks.
MOST_WORDS = 40
_LONGEST_TOWN = 4
# What stands before the name of a place. "Stone" alone may be a stone; "in Stone" is not, if
# nothing follows but the likes of "on Monday".
_BEFORE_PLACES = frozenset({"around", "at", "by", "from", "in", "near", "nr", "round", "to"})
_AFTER_PLACES = frozenset({"after", "and", "before", "every", "for", "on", "or"})
# "to 10am" and "s117" could be read as postcodes, and are none.
_WHOLE_POSTCODE = re.compile(r"[A-Za-z]{1,2}[0-9][A-Za-z0-9]?[ .-]?[0-9][A-Za-z]{2}")
_SPREAD_POSTCODE = re.compile(r"[A-Za-z]{1,2}[ .-][0-9][A-Za-z0-9]?[ .-][0-9][A-Za-z]{2}")
_START_OF_POSTCODE = re.compile(r"[A-Za-z]{1,2}[0-9][A-Za-z0-9]?(?: [0-9]| ?[0-9][A-Za-z])?")
_EDGES = ".,;:!?()[]{}'’‘“”\"…-–—"


@dataclass(frozen=True, slots=True, kw_only=True)
class Understood:
    """What a text was taken to mean: `text` is what is left to search for.

    `place` is the town or postcode that stood in it, empty when there was none.
    """

    text: str
    place: str = ""
    corrections: tuple[Correction, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """Reads what people type on one council's site."""

    council: Council
    index: WordScores
    thesaurus: Thesaurus
    lexicon: Lexicon

    def read(self, text: str, gazetteer: Gazetteer, *, with_place: bool) -> Understood:
        """Return what a text means. A text in quotes means just what it says.

        `with_place` asks for a place in the text, when the person gave none beside it.
        """
        words = text.split()
        if exact_words(text) is not None or len(words) > MOST_WORDS:
            return Understood(text=text)
        mended, corrections = self._mend(words, gazetteer)
        place = ""
        if with_place:
            place, mended = self._take_place(mended, gazetteer)
        left = " ".join(mended)
        if (not corrections and not place) or len(left) > LONGEST_TEXT:
            return Understood(text=text)
        # What is left may stand in quotes by chance.
        return Understood(text=exact_words(left) or left, place=place, corrections=corrections)

    def mend_town(self, typed: str, gazetteer: Gazetteer) -> str | None:
        """Return the place that somebody meant who misspelled it in the place box, or None."""
        words = typed.split()
        if len(words) > _LONGEST_TOWN:
            return None
        closest = [self._closest_town_word(word) for word in words]
        mended = " ".join(closest)
        if fold_name(mended) == fold_name(typed):
            return None
        look_up = gazetteer.look_up(mended, council=self.council.slug)
        return look_up.whereabouts.typed if look_up.whereabouts is not None else None

    def _closest_town_word(self, word: str) -> str:
        bare = _bare(word)
        return self.lexicon.closest_town_word(bare) or word if bare else word

    def _mend(
        self, words: Sequence[str], gazetteer: Gazetteer
    ) -> tuple[list[str], tuple[Correction, ...]]:
        mended, corrections = [], []
        towns = self._words_of_towns(words, gazetteer)
        for number, word in enumerate(words):
            used = None if number in towns else self._closest(word)
            mended.append(used or word)
            if used:
                corrections.append(Correction(word.strip(_EDGES), used))
        return mended, tuple(corrections)

    def _words_of_towns(self, words: Sequence[str], gazetteer: Gazetteer) -> set[int]:
        """Return where the towns stand that are told as such, which need no mending."""
        found: set[int] = set()
        for start in range(len(words)):
            if start == 0 or words[start - 1].casefold() in _BEFORE_PLACES:
                for stop in range(min(start + _LONGEST_TOWN, len(words)), start, -1):
                    is_told = start > 0 or stop == len(words)
                    name = " ".join(words[start:stop]).strip(_EDGES)
                    if is_told and gazetteer.find_town(name, council=self.council.slug):
                        found.update(range(start, stop))
                        break
        return found

    def _closest(self, word: str) -> str | None:
        """Return the word that was meant by one that nobody knows."""
        bare = _bare(word)
        if not bare or bare in self.lexicon or bare in read_common_words():
            return None
        stem = stem_of(bare)
        if self.index.knows(stem) or self.thesaurus.knows(stem):
            # "Bramhal" is a form of "Bramhall" to the index, but no town to the gazetteer.
            town = None if is_common(bare) else self.lexicon.closest_town_word(bare)
            return town if town and stem_of(town) == stem else None
        return self.lexicon.closest(bare) or self.lexicon.split(bare) if stem else None

    def _take_place(self, words: list[str], gazetteer: Gazetteer) -> tuple[str, list[str]]:
        """Return the place among the words, and the words that are left."""
        for length in range(min(_LONGEST_TOWN, len(words)), 0, -1):
            for start in range(len(words) - length + 1):
                stop = start + length
                place = self._place_at(words, start, stop, gazetteer)
                if place:
                    while start and words[start - 1].casefold() in _BEFORE_PLACES:
                        start -= 1
                    return place, words[:start] + words[stop:]
        return "", words

    def _place_at(self, words: list[str], start: int, stop: int, gazetteer: Gazetteer) -> str:
        name = " ".join(words[start:stop]).strip(_EDGES)
        is_told = start > 0 and words[start - 1].casefold() in _BEFORE_PLACES
        postcode = self._postcode_in(name, gazetteer, is_told=is_told)
        if postcode:
            return postcode
        town = gazetteer.find_town(name, council=self.council.slug)
        if town is None:
            return ""
        is_whole = stop - start == len(words)
        is_word_too = stop - start == 1 and is_common(name.casefold())
        if is_told:
            is_last = stop == len(words) or words[stop].casefold() in _AFTER_PLACES
            return name if is_last or not is_word_too else ""
        is_meant = not is_word_too and not self.thesaurus.has_phrase(stems_of(name))
        is_ours = town.council == self.council.slug
        return name if (is_ours and is_whole) or (is_meant and (is_ours or is_whole)) else ""

    def _postcode_in(self, name: str, gazetteer: Gazetteer, *, is_told: bool) -> str:
        """Return the postcode, or the start of one, that a name is; nothing for other words.

        A whole postcode need not be known: then its person is told. The start of one is, and
        so is one that is spread over words; "u3a" and "at 10 2pm" are not.
        """
        is_whole = _WHOLE_POSTCODE.fullmatch(name) is not None
        if _SPREAD_POSTCODE.fullmatch(name):
            name = f"{name[:-4].replace(' ', '')} {name[-3:]}"
        elif not is_whole and not _START_OF_POSTCODE.fullmatch(name):
            return ""
        outcome = gazetteer.look_up(name, council=self.council.slug).outcome
        if is_whole:
            return "" if outcome is Outcome.NOT_A_PLACE else name
        is_word_too = not is_told and self.index.knows(stem_of(_bare(name)))
        return name if outcome in (Outcome.FOUND, Outcome.ABOUT) and not is_word_too else ""


def _bare(word: str) -> str:
    """Return a word in small letters without the marks around it; nothing for several words."""
    parts = surface_words(word)
    return parts[0] if len(parts) == 1 else ""
