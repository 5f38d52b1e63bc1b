"""The order of the alphabet in the languages whose letters do not stand in the order of Unicode."""

import re
import unicodedata
from functools import cache

# Letters that come after another one, though Unicode has them elsewhere. Welsh, which has letters
# that are written with two signs, and Urdu, whose letters are among the Arabic ones.
_ALPHABETS = {
    "cy": "a b c ch d dd e f ff g ng h i j k l ll m n o p ph q r rh s t th u v w x y z",
    "pl": "a ą b c ć d e ę f g h i j k l ł m n ń o ó p q r s ś t u v w x y z ź ż",
    "ro": "a ă â b c d e f g h i î j k l m n o p q r s ș t ț u v w x y z",
    "uk": "а б в г ґ д е є ж з и і ї й к л м н о п р с т у ф х ц ч ш щ ь ю я",
    "ur": "آ ا ب پ ت ٹ ث ج چ ح خ د ڈ ذ ر ڑ ز ژ س ش ص ض ط ظ ع غ ف ق ک گ ل م ن ں و ہ ھ ء ی ے",
}


def place_in_alphabet(word: str, language: str) -> tuple[list[int], str]:
    """Return what to sort a word by in a language, such as "pl"; its capitals do not matter.

    Letters that the language's alphabet has not, or all letters of a language that is not here,
    stand in the order of Unicode, without their accents.
    """
    alphabet = _read_alphabet(language.partition("-")[0])
    folded = unicodedata.normalize("NFC", word.casefold())
    if alphabet is None:
        return [ord(letter) for letter in _without_accents(folded)], folded
    pattern, places = alphabet
    return [
        places[letter] if letter in places else ord(_without_accents(letter)[0])
        for letter in pattern.findall(folded)
    ], folded


@cache
def _read_alphabet(language: str) -> tuple[re.Pattern[str], dict[str, int]] | None:
    """Return what cuts a word into letters, and the place of each, beside the first of them."""
    if language not in _ALPHABETS:
        return None
    letters = _ALPHABETS[language].split()
    first = min(ord(letter) for letter in "".join(letters))
    longest_first = sorted(letters, key=len, reverse=True)
    places = {letter: first + place for place, letter in enumerate(letters)}
    return re.compile("|".join([*longest_first, "(?s:.)"])), places


def _without_accents(text: str) -> str:
    parts = unicodedata.normalize("NFD", text)
    return "".join(part for part in parts if not unicodedata.combining(part)) or text
