"""Hints: what makes a sentence easier still. A text that keeps to every rule may have some."""

from collections.abc import Iterator

from finder.readability.remark import Remark
from finder.readability.structure import LONGEST_SENTENCE_WORDS
from finder.readability.tokens import Token, count_words
from finder.readability.vocabulary import is_common, is_hard_to_read

COMFORTABLE_SENTENCE_WORDS = 10
SHORTEST_RARE_WORD = 3
HINTS = frozenset({"over-ten-words", "rare-word"})


def check_hints(tokens: list[Token], judged: set[int]) -> Iterator[Remark]:
    """Yield that a sentence has more than ten words, and words that are not everyday words.

    `judged` are the places of words that a rule has spoken about, or that are allowed. Long words
    have a rule of their own, and a word with a capital letter may be a name.
    """
    count = count_words(tokens)
    if COMFORTABLE_SENTENCE_WORDS < count <= LONGEST_SENTENCE_WORDS:
        message = f"This sentence has {count} words."
        remedy = f"Try {COMFORTABLE_SENTENCE_WORDS} words or fewer."
        yield Remark("over-ten-words", message, remedy, False, 0)
    for place, token in enumerate(tokens):
        is_word = token.word.isalpha() and len(token.word) >= SHORTEST_RARE_WORD
        if place in judged or token.is_protected or token.is_capital or not is_word:
            continue
        if not is_common(token.word) and not is_hard_to_read(token.word):
            message = f"“{token.text}” is not in our list of everyday words."
            remedy = "Use a word that more people know, or show it in a picture."
            yield Remark("rare-word", message, remedy, False, token.start)
