"""Understand a text before it is searched for: mend what is misspelled, and find a place in it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from finder.domain.council import Council
from finder.domain.query import exact_words
from finder.geo.gazetteer import Gazetteer, Outcome
from finder.geo.towns import fold_name
from finder.readability.vocabulary import is_common, read_common_words
from finder.search.index import WordIndex, stem_of, stems_of, surface_words
from finder.search.lexicon import Correction, Lexicon
from finder.search.words import Thesaurus

# More words than this, and it is no question that a person asks.
MOST_WORDS = 40
_LONGEST_TOWN = 4
# What stands before the name of a place. "Stone" alone may be a stone; "in Stone" is not.
_BEFORE_PLACES = frozenset({"around", "at", "by", "from", "in", "near", "nr", "round", "to"})
_POSTCODE_LIKE = re.compile(r"[A-Za-z]{1,2}[0-9][A-Za-z0-9]?(?: ?[0-9][A-Za-z]{0,2})?")
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
    index: WordIndex
    thesaurus: Thesaurus
    lexicon: Lexicon

    def read(self, text: str, gazetteer: Gazetteer, *, with_place: bool) -> Understood:
        """Return what a text means. A text in quotes means just what it says.

        `with_place` asks for a place in the text, when the person gave none beside it.
        """
        words = text.split()
        if exact_words(text) is not None or len(words) > MOST_WORDS:
            return Understood(text=text)
        mended, corrections = self._mend(words)
        place = ""
        if with_place:
            place, mended = self._take_place(mended, gazetteer)
        same = not corrections and not place
        return Understood(
            text=text if same else " ".join(mended), place=place, corrections=corrections
        )

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

    def _mend(self, words: Sequence[str]) -> tuple[list[str], tuple[Correction, ...]]:
        mended, corrections = [], []
        for word in words:
            used = self._closest(word)
            mended.append(used or word)
            if used:
                corrections.append(Correction(word.strip(_EDGES), used))
        return mended, tuple(corrections)

    def _closest(self, word: str) -> str | None:
        """Return the word that was meant by one that nobody knows."""
        bare = _bare(word)
        if not bare or bare in self.lexicon or bare in read_common_words():
            return None
        stem = stem_of(bare)
        if not stem or stem in self.index.stems or self.thesaurus.knows(stem):
            return None
        return self.lexicon.closest(bare) or self.lexicon.split(bare)

    def _take_place(self, words: list[str], gazetteer: Gazetteer) -> tuple[str, list[str]]:
        """Return the place among the words, and the words that are left."""
        for length in range(min(_LONGEST_TOWN, len(words)), 0, -1):
            for start in range(len(words) - length + 1):
                stop = start + length
                place = self._place_at(words, start, stop, gazetteer)
                if place:
                    if start and words[start - 1].casefold() in _BEFORE_PLACES:
                        start -= 1
                    return place, words[:start] + words[stop:]
        return "", words

    def _place_at(self, words: list[str], start: int, stop: int, gazetteer: Gazetteer) -> str:
        name = " ".join(words[start:stop]).strip(_EDGES)
        if _POSTCODE_LIKE.fullmatch(name):
            look_up = gazetteer.look_up(name, council=self.council.slug)
            is_postcode = look_up.outcome in (
                Outcome.FOUND,
                Outcome.ABOUT,
                Outcome.UNKNOWN_POSTCODE,
            )
            return name if is_postcode else ""
        town = gazetteer.find_town(name, council=self.council.slug)
        if town is None:
            return ""
        is_whole = stop - start == len(words)
        is_last = stop == len(words)
        is_word_too = stop - start == 1 and is_common(name.casefold())
        is_told = start > 0 and words[start - 1].casefold() in _BEFORE_PLACES
        if is_told:
            return name if is_last or not is_word_too else ""
        is_meant = not is_word_too and not self.thesaurus.has_phrase(stems_of(name))
        is_ours = town.council == self.council.slug
        return name if is_ours and (is_whole or is_meant) else ""


def _bare(word: str) -> str:
    """Return a word in small letters without the marks around it; nothing for several words."""
    parts = surface_words(word)
    return parts[0] if len(parts) == 1 else ""
