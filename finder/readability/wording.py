"""Rules about single words: short forms, capitals, numbers, days, long words."""

import re
from collections.abc import Iterator

from finder.readability.phrases import read_abbreviations
from finder.readability.remark import Remark
from finder.readability.tokens import Token
from finder.readability.vocabulary import is_common, is_hard_to_read

LARGEST_PLAIN_NUMBER = 1000
LONGEST_ABBREVIATION = 5
SHORTEST_LONG_WORD = 5  # fewer letters than this never make three syllables that are hard

_UNITS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_TEENS = (
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"),
    *("eighteen", "nineteen"),
)
_NUMBER_WORDS = {
    **{word: 11 + place for place, word in enumerate(_TEENS)},
    **{word: 20 + 10 * place for place, word in enumerate(_TENS)},
    "hundred": 100,
}
_HUGE_WORDS = frozenset({"thousand", "thousands", "million", "millions", "billion", "billions"})
_SHORT_DAYS = {
    "mon": "Monday",
    "tue": "Tuesday",
    "tues": "Tuesday",
    "wed": "Wednesday",
    "weds": "Wednesday",
    "thu": "Thursday",
    "thurs": "Thursday",
    "fri": "Friday",
    "jan": "January",
    "feb": "February",
    "aug": "August",
    "sept": "September",
    "oct": "October",
    "nov": "November",
    "dec": "December",
}
_PERCENT = re.compile(r"%|\bper ?cent\b", re.IGNORECASE)
_CLOCK_24 = re.compile(r"(?<![£\d.:])(?:0\d|1[3-9]|2[0-3])[.:][0-5]\d(?![\d%]|\s*[ap]\.?m)")
_RATIO = re.compile(r"(?<![\d.:])[1-9]:[1-9](?![\d:])")
_EXPLAINED = re.compile(r"\(([A-Z]{2,})s?\)|\b([A-Z]{2,})s? \((?=[^()]{0,80} [^()]{0,80}\))")
# How the names of many English towns end; looked for only at the start of a sentence.
_TOWN = re.compile(
    r"(?:borough|bourne|bridge|bury|caster|chester|combe|end|field|fleet|ford|ham|hampton|hurst"
    r"|ingdon|ley|minster|mouth|oaks|pool|port|shall|stead|stone|sworth|thorpe|ton|wick|worth)$"
)
_MAYBE_CAPITALS = re.compile(r"[A-Z]\.?[A-Z]")
_CAPITALS = re.compile(r"([A-Z]{2,})(?:s|['’]s)?$")


def find_explained(text: str) -> frozenset[str]:
    """Return the short forms that the text explains, as in "British Sign Language (BSL)"."""
    return frozenset(found[1] or found[2] for found in _EXPLAINED.finditer(text))


def find_names(tokens: list[Token]) -> Iterator[str]:
    """Yield the words, in lower case, that have a capital inside the sentence."""
    for token in tokens[1:]:
        if token.is_capital:
            yield token.word


def check_numbers(sentence: str, hidden: str, tokens: list[Token]) -> Iterator[Remark]:
    """Yield percentages, large numbers, numbers in words and clock times of 24 hours."""
    if found := _PERCENT.search(hidden):
        remedy = "Say “1 in 4 people”, “most”, “some” or “a few”."
        yield Remark("percent", "Per cent is hard to picture.", remedy, False, found.start())
    if found := _CLOCK_24.search(sentence):
        remedy = f"Write “{_make_plain_time(found.group())}”."
        message = f"“{found.group()}” is a time of the 24-hour clock."
        yield Remark("time-24-hours", message, remedy, False, found.start())
    elif found := _RATIO.search(sentence):
        one, other = found.group().split(":")
        helpers = "helper" if one == "1" else "helpers"
        plain = "one to one" if other == "1" else f"{one} {helpers} for {other} people"
        message = f"“{found.group()}” is hard to read."
        yield Remark("ratio", message, f"Say “{plain}”.", False, found.start())
    for place, token in enumerate(tokens):
        if token.is_number:
            yield from _check_large_number(token)
        elif token.word in _NUMBER_WORDS:
            after = tokens[place + 1 : place + 2]
            yield _remark_number_words(token, after[0].word if after else "")
        elif token.word in _HUGE_WORDS:
            yield _remark_large_number(token)


def _make_plain_time(clock: str) -> str:
    hour, minute = int(clock[:2]), clock[3:]
    half = "am" if hour < 12 else "pm"
    hour = hour % 12 or 12
    return f"{hour}{half}" if minute == "00" else f"{hour}.{minute}{half}"


def _check_large_number(token: Token) -> Iterator[Remark]:
    digits = token.text.replace(",", "").split(".")[0]
    is_year = len(token.text) == 4 and "1900" <= token.text <= "2100"
    if is_year or not digits.isdecimal():
        return
    if len(digits) > 4 or int(digits) > LARGEST_PLAIN_NUMBER:
        yield _remark_large_number(token)


def _remark_large_number(token: Token) -> Remark:
    message = f"“{token.text}” is a large number."
    remedy = "Say “many”, “a lot of” or “most”, if that is enough."
    return Remark("large-number", message, remedy, False, token.start)


def _remark_number_words(token: Token, next_word: str) -> Remark:
    number = _NUMBER_WORDS[token.word]
    if token.word in _TENS and next_word in _UNITS:
        number += 1 + _UNITS.index(next_word)
    remedy = "Write it in digits." if number == 100 else f"Write “{number}”."
    message = f"“{token.text}” is a number in words."
    return Remark("number-in-words", message, remedy, False, token.start)


def check_capitals(
    sentence: str, tokens: list[Token], explained: frozenset[str]
) -> Iterator[Remark]:
    """Yield short forms that are not explained, and words that shout."""
    if not _MAYBE_CAPITALS.search(sentence):
        return
    capitals = [_CAPITALS.match(token.text.replace(".", "")) for token in tokens]
    known, sayings = read_abbreviations()
    is_shouting = False
    for place, (token, found) in enumerate(zip(tokens, capitals, strict=True)):
        form = found.group(1) if found else ""
        if not form or form in known or form in explained:
            continue
        beside = capitals[max(place - 1, 0) : place] + capitals[place + 1 : place + 2]
        if _is_shouted(form, is_among_capitals=any(beside), is_listed=form in sayings):
            if not is_shouting:
                remedy = "Use capital letters only for names and to start a sentence."
                message = f"“{token.text}” is all in capital letters."
                yield Remark("shouting", message, remedy, False, token.start)
            is_shouting = True
        else:
            remedy = "Write it in full, with the short form in brackets."
            if form in sayings:
                remedy = f"Say “{sayings[form]}”."
            message = f"“{token.text}” is a short form that is not explained."
            yield Remark("abbreviation", message, remedy, True, token.start)


def _is_shouted(form: str, *, is_among_capitals: bool, is_listed: bool) -> bool:
    is_word = is_common(form.lower())
    if is_among_capitals:
        return is_word or len(form) > LONGEST_ABBREVIATION
    return not is_listed and ((is_word and len(form) > 2) or len(form) > LONGEST_ABBREVIATION)


def check_words(tokens: list[Token], judged: set[int], names: frozenset[str]) -> Iterator[Remark]:
    """Yield long words that are not everyday words, and short forms of days and months.

    `judged` are the places of words that another rule has spoken about, or that are allowed;
    `names` are words that have a capital inside a sentence of this text.
    """
    for place, token in enumerate(tokens):
        if len(token.word) < SHORTEST_LONG_WORD and not token.is_capital:
            continue
        if place in judged or token.is_number or token.is_protected:
            continue
        if token.is_capital and token.word in _SHORT_DAYS and len(tokens) > 1:
            message = f"“{token.text}” is a short form."
            remedy = f"Write “{_SHORT_DAYS[token.word]}”."
            yield Remark("short-day", message, remedy, False, token.start)
        elif not _is_name(tokens, place, names) and is_hard_to_read(token.word):
            message = f"“{token.text}” is a long word that not everybody knows."
            remedy = "Use a shorter word, or explain it in the list of words."
            yield Remark("long-word", message, remedy, False, token.start)


def _is_name(tokens: list[Token], place: int, names: frozenset[str]) -> bool:
    token = tokens[place]
    if not token.is_capital or place > 0:
        return token.is_capital
    if token.word in names or _TOWN.search(token.word):
        return True
    after = [after for after in tokens[1:3] if after.word != "and"][:1]
    return bool(after) and after[0].is_capital and after[0].word != "i"
