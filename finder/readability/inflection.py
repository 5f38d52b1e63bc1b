"""Work out the endings of English words, forwards and backwards."""

import re

_SILENT_ENDING = re.compile(r"(?:[^aeiouyl]e|[aeiouy]le|[^aeiouytd]ed|[^aeiouysxzcg]es)$")
_TWO_VOWELS = re.compile(r"(?<![ctsg])ia|(?<![ctsgn])io(?!us)|eo|iu|uou|[^qg]ua")
_VOWELS = re.compile(r"[aeiouy]+")
_DOUBLED = "bdfgklmnprtvz"


def list_forms(word: str) -> list[str]:
    """Return the word, then the forms in -s, -ed and -ing: utilise, utilises, utilised, ...

    Where English could double the last letter, both spellings are given. A form that nobody
    uses does no harm, since it is only ever looked for.
    """
    if word.endswith("e"):
        return [word, f"{word}s", f"{word}d", f"{word[:-1]}ing"]
    if re.search(r"[^aeiou]y$", word):
        return [word, f"{word[:-1]}ies", f"{word[:-1]}ied", f"{word}ing"]
    plural = f"{word}es" if re.search(r"(?:[sxz]|ch|sh)$", word) else f"{word}s"
    forms = [word, plural, f"{word}ed", f"{word}ing"]
    if re.search(rf"[aeiou][{_DOUBLED}]$", word):
        forms += [f"{word}{word[-1]}ed", f"{word}{word[-1]}ing"]
    return forms


def list_stems(word: str) -> list[str]:
    """Return what the word may be a form of, itself first: for "stopping", also "stop"."""
    stems = [word]
    if word.endswith(("'s", "s'")):
        word = word.removesuffix("'s").removesuffix("'")
        stems.append(word)
    if word.endswith("s") and not word.endswith("ss"):
        stems.append(word[:-1])
        if word.endswith("ies"):
            stems.append(f"{word[:-3]}y")
        elif word.endswith("es"):
            stems.append(word[:-2])
        stems += [stem for stem in _list_cut(word[:-1], ("er", "ing")) if len(stem) > 2]
    stems += [stem for stem in _list_cut(word, ("ed", "ing", "er", "est")) if len(stem) > 2]
    if word.endswith("ly"):
        stems.append(word[:-2])
        stems.append(f"{word[:-2]}le")
        if word.endswith("ily"):
            stems.append(f"{word[:-3]}y")
    return stems


def _list_cut(word: str, endings: tuple[str, ...]) -> list[str]:
    """Return the word without an ending, with the spelling mended in each way that could be."""
    stems = []
    for ending in endings:
        if not word.endswith(ending):
            continue
        stem = word[: -len(ending)]
        stems += [stem, f"{stem}e"]
        if stem.endswith("i"):
            stems.append(f"{stem[:-1]}y")
        if len(stem) > 2 and stem[-1] == stem[-2]:
            stems.append(stem[:-1])
    return stems


def count_syllables(word: str) -> int:
    """Return about how many syllables a word has, by its groups of vowels.

    It is a guess, right for about nine words in ten, which is enough to pick out long words.
    """
    groups = len(_VOWELS.findall(word))
    if _SILENT_ENDING.search(word):
        groups -= 1
    return max(groups + len(_TWO_VOWELS.findall(word)), 1)
