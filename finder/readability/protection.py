"""Hide times, prices, phone numbers, emails and the like, so that no rule judges them.

Each is replaced by a run of one private character of the same length. A hidden thing then
counts as one word, and every place in the hidden text is the same place in the real text.
"""

import re

HIDDEN = "\ue000"

_BLANKED = re.compile(
    r"""
      <[^<>]{1,500}>                  # a tag, in an interface string
    | \]\([^()\s]{1,500}\)            # where a Markdown link goes
    | [*_`]{1,3}(?=\S)|(?<=\S)[*_`]{1,3}   # Markdown for bold and code
    """,
    re.VERBOSE,
)

_WITHOUT_DIGITS = re.compile(
    r"""
      %\(\w+\)[sd] | %[sd](?!\w) | \{\w*\}                      # placeholders of messages
    | (?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}   # email
    | (?:https?://|www\.)[^\s<>"”]{0,300}[^\s<>"”.,;:!?)’']  # web address
    | (?<![\w.-])[\w-]{1,63}(?:\.[\w-]{1,63}){0,5}\.(?:uk|org|com|net|eu|info)\b
      (?:/[^\s<>"”]{0,300}[\w/])?
    """,
    re.VERBOSE,
)
_MAYBE_WITHOUT_DIGITS = re.compile(r"[%{@]|://|www\.|\.(?:uk|org|com|net|eu|info)\b")
_WITH_DIGITS = re.compile(
    r"""
      (?<![\w£])(?:\+44[ ]?(?:\(0\)[ ]?)?|\(?0)\d[\d()\ -]{6,13}\d(?!\d)    # phone
    | £\d(?:[\d,]*\d)?(?:\.\d+)?(?:[ ]?[km]\b)? | \b\d+p\b             # money
    | \b\d{1,2}(?:[.:][0-5]\d)?[ ]?(?:[AaPp][Mm]\b|[ap]\.m(?=\.)|noon\b|o[’']clock\b)  # time
    | \b\d{1,2}[.:][0-5]\d\b(?![\d%])                           # time, or a number like it
    | \b\d{1,4}[/-]\d{1,2}[/-]\d{1,4}\b                         # date
    | \b[A-Z]{1,2}\d[A-Z\d]?[ ]{0,3}\d[A-Z]{2}\b                # postcode
    | \b[A-Z]{2,5}-\d{1,6}\b                                    # a code, such as DO-02
    """,
    re.VERBOSE,
)
_DIGIT = re.compile(r"\d")


def hide_protected(text: str) -> str:
    """Return the text, as long as it was, with mark-up blanked and protected things hidden."""
    if "<" in text or "*" in text or "_" in text or "`" in text or "](" in text:
        text = _BLANKED.sub(lambda found: " " * len(found.group()), text)
    if _MAYBE_WITHOUT_DIGITS.search(text):
        text = _WITHOUT_DIGITS.sub(_hide, text)
    if _DIGIT.search(text):
        text = _WITH_DIGITS.sub(_hide, text)
    return text


def _hide(found: re.Match[str]) -> str:
    return HIDDEN * len(found.group())
