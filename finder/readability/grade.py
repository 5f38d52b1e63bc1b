"""The school grade of a text, by the formula of Flesch and Kincaid.

The formula is of J. P. Kincaid, R. P. Fishburne, R. L. Rogers and B. S. Chissom, "Derivation of New
Readability Formulas for Navy Enlisted Personnel" (1975): 0.39 for each word of a sentence, and 11.8
for each syllable of a word, less 15.59. It says the grade of an American school; a reading age is
about five years more. It knows nothing of what words mean, and on short texts it says nothing at
all, so it is a number for a whole page, and no rule.
"""

from collections.abc import Iterable

from finder.readability.inflection import count_syllables
from finder.readability.tokens import Token

SHORTEST_PROSE_WORDS = 100
AIM = 4.0


def grade_of(sentences: Iterable[list[Token]]) -> float | None:
    """Return the grade of these sentences, rounded to one place; None when they are too few.

    Names, numbers, times, prices and addresses do not count: nobody can write them more easily.
    """
    sentence_count = word_count = syllable_count = 0
    for tokens in sentences:
        words = [
            token.word
            for place, token in enumerate(tokens)
            if not (token.is_protected or token.is_number or (place > 0 and token.is_capital))
        ]
        if words:
            sentence_count += 1
            word_count += len(words)
            syllable_count += sum(count_syllables(word) for word in words)
    if word_count < SHORTEST_PROSE_WORDS:
        return None
    return round(0.39 * word_count / sentence_count + 11.8 * syllable_count / word_count - 15.59, 1)
