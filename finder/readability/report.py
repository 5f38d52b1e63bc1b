"""Count how hard a whole page is to read."""

from dataclasses import dataclass

from finder.readability.finding import Finding
from finder.readability.grade import grade_of
from finder.readability.hints import COMFORTABLE_SENTENCE_WORDS
from finder.readability.protection import hide_protected
from finder.readability.rules import check_text
from finder.readability.sentences import find_sentences
from finder.readability.tokens import count_words, make_tokens


@dataclass(frozen=True, slots=True, kw_only=True)
class PageReport:
    """How long the sentences of a page are, and what is hard in them.

    A heading, a label or a line of a list is a sentence too. `over_ten_count` counts sentences of
    more than 10 words, which is allowed but not the aim. `grade` is the school grade of the
    sentences that end in a full stop or the like, where these have 100 words or more.
    """

    word_count: int
    sentence_count: int
    longest_sentence: str
    longest_word_count: int
    mean_words: float
    over_ten_count: int
    grade: float | None
    findings: tuple[Finding, ...]

    @property
    def error_count(self) -> int:
        return sum(finding.is_error for finding in self.findings)

    @property
    def warning_count(self) -> int:
        return len(self.findings) - self.error_count

    @property
    def over_ten_percent(self) -> int:
        """How many in a hundred sentences have more than ten words, rounded."""
        return round(100 * self.over_ten_count / self.sentence_count) if self.sentence_count else 0


def page_report(
    text: str,
    *,
    allowed: frozenset[str] = frozenset(),
    names: frozenset[str] = frozenset(),
) -> PageReport:
    """Return the counts for all the text of a page. The mean is rounded to one place."""
    hidden = hide_protected(text)
    sentences = [
        (make_tokens(hidden[start:end]), text[start:end])
        for start, end in find_sentences(text, hidden)
    ]
    lengths = [(count_words(tokens), sentence) for tokens, sentence in sentences]
    word_count = sum(words for words, _ in lengths)
    longest_words, longest = max(lengths, key=lambda pair: pair[0], default=(0, ""))
    return PageReport(
        word_count=word_count,
        sentence_count=len(lengths),
        longest_sentence=" ".join(longest.split()),
        longest_word_count=longest_words,
        mean_words=round(word_count / len(lengths), 1) if lengths else 0.0,
        over_ten_count=sum(1 for words, _ in lengths if words > COMFORTABLE_SENTENCE_WORDS),
        grade=grade_of(tokens for tokens, sentence in sentences if _is_prose(sentence)),
        findings=tuple(check_text(text, allowed=allowed, names=names)),
    )


def _is_prose(sentence: str) -> bool:
    return sentence.rstrip("\"'”’)] ").endswith((".", "?", "!", "…"))
