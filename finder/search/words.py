"""Understand the words that a person typed.

Words are grouped into *ideas*: a word, or several that stand for one thing, such as "day centre".
An idea is found by the word itself, by what means the same, or by an interest it belongs to.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from finder.domain.words import Interest, SynonymSet
from finder.search.index import Query, WordIndex, any_of, slug_query, stems_of, word_query

MOST_IDEAS = 12
_LONGEST_PHRASE = 4

Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Idea:
    """One thing that a person asked for: as typed, and all that stands for it."""

    phrase: Phrase
    same: tuple[Phrase, ...] = ()
    interests: tuple[str, ...] = ()

    def query(self) -> Query:
        """Return the query that finds it."""
        phrases = [word_query(phrase) for phrase in (self.phrase, *self.same)]
        return any_of([*phrases, *(slug_query(slug) for slug in self.interests)])


@dataclass(frozen=True, slots=True, kw_only=True)
class WordMatches:
    """The activities that match: `every` has all of the ideas, `some` has at least one."""

    ideas: tuple[Idea, ...] = ()
    every: Mapping[int, float]
    some: Mapping[int, float]


class Thesaurus:
    """Which words mean the same, and which belong to an interest."""

    def __init__(self, interests: Iterable[Interest], synonyms: Iterable[SynonymSet]) -> None:
        self._interests: dict[Phrase, dict[str, None]] = defaultdict(dict)
        self._same: dict[Phrase, dict[Phrase, None]] = defaultdict(dict)
        for interest in interests:
            for word in words_of(interest):
                if phrase := tuple(stems_of(word)):
                    self._interests[phrase][interest.slug] = None
        for synonym_set in synonyms:
            phrases = [phrase for word in synonym_set.words if (phrase := tuple(stems_of(word)))]
            for phrase in phrases:
                self._same[phrase].update(dict.fromkeys(each for each in phrases if each != phrase))

    def ideas_in(self, text: str) -> tuple[Idea, ...]:
        """Return the ideas in a text, the longest known phrases first, each once."""
        words = stems_of(text)
        ideas: dict[Phrase, Idea] = {}
        position = 0
        while position < len(words) and len(ideas) < MOST_IDEAS:
            phrase = self._phrase_at(words, position)
            position += len(phrase)
            ideas.setdefault(
                phrase,
                Idea(
                    phrase=phrase,
                    same=tuple(self._same.get(phrase, ())),
                    interests=tuple(self._interests.get(phrase, ())),
                ),
            )
        return tuple(ideas.values())

    def _phrase_at(self, words: Sequence[str], position: int) -> Phrase:
        for length in range(_LONGEST_PHRASE, 1, -1):
            phrase = tuple(words[position : position + length])
            if phrase in self._interests or phrase in self._same:
                return phrase
        return (words[position],)


def words_of(interest: Interest) -> list[str]:
    """Return the label and every synonym of an interest, in all languages."""
    return [interest.label, *(word for words in interest.synonyms.values() for word in words)]


def match_words(index: WordIndex, thesaurus: Thesaurus, text: str) -> WordMatches:
    """Return which activities match the words that a person typed, with their scores."""
    ideas = thesaurus.ideas_in(text)
    if not ideas:
        return WordMatches(every={}, some={})
    by_idea = [index.scores(idea.query()) for idea in ideas]
    some: defaultdict[int, float] = defaultdict(float)
    for scores in by_idea:
        for number, score in scores.items():
            some[number] += score
    in_all = set(by_idea[0]).intersection(*by_idea[1:])
    return WordMatches(ideas=ideas, every={n: some[n] for n in in_all}, some=dict(some))
