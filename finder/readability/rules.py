"""Check a text against the rules of easy read."""

import re
from collections.abc import Iterator

from finder.readability.finding import Finding, make_excerpt
from finder.readability.hints import HINTS, check_hints
from finder.readability.phrases import Match, find_phrases
from finder.readability.protection import hide_protected
from finder.readability.remark import Remark
from finder.readability.sentences import find_sentences
from finder.readability.structure import check_structure
from finder.readability.tokens import Token, make_tokens
from finder.readability.wording import (
    check_capitals,
    check_numbers,
    check_words,
    find_explained,
    find_names,
)

# One star or underscore on each side makes slanted letters in Markdown; two make bold ones.
_ITALICS = re.compile(
    r"(?<![\w*_])([*_])(?![\s*_])[^*_\n]{1,200}(?<!\s)\1(?![\w*_])|<(?:i|em)>", re.IGNORECASE
)


def check_text(
    text: str,
    *,
    allowed: frozenset[str] = frozenset(),
    names: frozenset[str] = frozenset(),
    hints: bool = False,
) -> list[Finding]:
    """Return what is hard to read in an English text, in the order of its sentences.

    `allowed` are words and phrases that a list of words explains, in any letter case; their
    endings are allowed too. `names` are names of places, people and groups, as they are
    written. A word is reported once, however often it comes. With `hints`, what would make the
    text easier still is told too.
    """
    hidden = hide_protected(text)
    explained = find_explained(text)
    sentences = [
        (text[start:end], hidden[start:end], make_tokens(hidden[start:end]))
        for start, end in find_sentences(text, hidden)
    ]
    named = frozenset(name for _, _, tokens in sentences for name in find_names(tokens))
    findings = list(_check_letters(text))
    seen: set[tuple[str, str]] = set()
    for sentence, hidden_sentence, tokens in sentences:
        matches = list(find_phrases(tokens, allowed=allowed, names=names))
        judged = {place for match in matches for place in range(match.first, match.last)}
        free = [token for place, token in enumerate(tokens) if place not in judged]
        for remark in (
            *check_structure(hidden_sentence, tokens),
            *_check_phrases(sentence, tokens, matches),
            *check_capitals(sentence, free, explained),
            *check_numbers(sentence, hidden_sentence, free),
            *check_words(tokens, judged, named),
            *(check_hints(tokens, judged) if hints else ()),
        ):
            known_as = (remark.code, remark.message.lower())
            if remark.start > 0 and known_as in seen:
                continue
            seen.add(known_as)
            findings.append(_make_finding(remark, sentence))
    return findings


def _check_letters(text: str) -> Iterator[Finding]:
    """Yield that some letters are slanted. It is about the whole text: the marks are no words."""
    if found := _ITALICS.search(text):
        message = "Slanted letters are hard to read."
        remedy = "Write it plainly, or make it bold with two stars: **like this**."
        yield _make_finding(Remark("italics", message, remedy, False, found.start()), text)


def _check_phrases(sentence: str, tokens: list[Token], matches: list[Match]) -> Iterator[Remark]:
    kinds = {
        "abbreviation": "a short form of Latin",
        "hard-word": "hard to read",
        "idiom": "a saying, and its words mean something else",
        "two-ideas": "a sign of a second idea",
        "unkind-word": "not a kind thing to say",
    }
    for match in matches:
        if match.advice is None:
            continue
        start, end = tokens[match.first].start, tokens[match.last - 1].end
        # A capital inside a sentence may be a name, so it is no more than advice.
        is_name = match.first > 0 and tokens[match.first].is_capital
        message = f"“{sentence[start:end]}” is {kinds[match.advice.code]}."
        is_error = match.advice.is_error and not is_name
        yield Remark(match.advice.code, message, match.advice.remedy, is_error, start)


def _make_finding(remark: Remark, sentence: str) -> Finding:
    return Finding(
        code=remark.code,
        message=remark.message,
        remedy=remark.remedy,
        excerpt=make_excerpt(sentence, remark.start),
        is_error=remark.is_error,
        is_hint=remark.code in HINTS,
    )
