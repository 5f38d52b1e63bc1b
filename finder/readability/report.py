"""Count how hard a whole page is to read."""

from dataclasses import dataclass

from finder.readability.protection import hide_protected
from finder.readability.rules import check_text
from finder.readability.sentences import find_sentences
from finder.readability.tokens import count_words, make_tokens

COMFORTABLE_SENTENCE_WORDS = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class PageReport:
    """How long the sentences of a page are, and how many findings it has.

    `over_ten_count` counts sentences of more than 10 words, which is allowed but not the aim.
    """

    word_count: int
    sentence_count: int
    longest_sentence: str
    longest_word_count: int
    mean_words: float
    over_ten_count: int
    error_count: int
    warning_count: int


def page_report(
    text: str,
    *,
    allowed: frozenset[str] = frozenset(),
    names: frozenset[str] = frozenset(),
) -> PageReport:
    """Return the counts for all the text of a page. The mean is rounded to one place."""
    hidden = hide_protected(text)
    lengths = [
        (count_words(make_tokens(hidden[start:end])), text[start:end])
        for start, end in find_sentences(text, hidden)
    ]
    findings = check_text(text, allowed=allowed, names=names)
    word_count = sum(words for words, _ in lengths)
    longest_words, longest = max(lengths, key=lambda pair: pair[0], default=(0, ""))
    return PageReport(
        word_count=word_count,
        sentence_count=len(lengths),
        longest_sentence=" ".join(longest.split()),
        longest_word_count=longest_words,
        mean_words=round(word_count / len(lengths), 1) if lengths else 0.0,
        over_ten_count=sum(1 for words, _ in lengths if words > COMFORTABLE_SENTENCE_WORDS),
        error_count=sum(1 for finding in findings if finding.is_error),
        warning_count=sum(1 for finding in findings if not finding.is_error),
    )
