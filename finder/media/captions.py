"""Check the captions of a film, so that a browser shows every one of them."""

import re
from collections.abc import Iterator

from finder.media.faults import MediaError

LARGEST_CAPTIONS_BYTES = 200_000
_CLOCK = r"(?:(\d{2,}):)?([0-5]\d):([0-5]\d)\.(\d{3})"
_TIMES = re.compile(rf"[ \t]*{_CLOCK}[ \t]+-->[ \t]+{_CLOCK}(?:[ \t].*)?")
_ARROW = "-->"


def check_captions(content: bytes) -> int:
    """Return how many captions there are in a WebVTT file, or raise MediaError.

    https://www.w3.org/TR/webvtt1/#file-structure: a first line, then blocks with an empty line
    between them. A caption is an optional name, its times, and its words. Looks of its own (STYLE,
    REGION) could make it hard to read, so they are refused.
    """
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _fault("The captions are not UTF-8 text.") from error
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if not re.fullmatch(r"WEBVTT([ \t].*)?", lines[0]):
        raise _fault("The captions are not WebVTT: the first line is not WEBVTT.")
    starts = [_start_of(number, block) for number, block in _blocks(lines)]
    told = [each for each in starts if each is not None]
    if not told:
        raise _fault("There is no caption in the file.")
    if told != sorted(told):
        raise _fault("The captions are not in the order of their times.")
    return len(told)


def _blocks(lines: list[str]) -> Iterator[tuple[int, list[str]]]:
    """Return the lines that stand together, with the number of the first, but not the header."""
    block: list[str] = []
    is_header = True
    for number, line in enumerate([*lines, ""], start=1):
        if line:
            block.append(line)
            continue
        if block and not is_header:
            yield number - len(block), block
        block, is_header = [], False


def _start_of(number: int, block: list[str]) -> int | None:
    """Return when a caption starts, in thousandths of a second; None for a remark."""
    kind = block[0].split()[0] if block[0].split() else ""
    if kind == "NOTE":
        return None
    if kind in {"STYLE", "REGION"} and _ARROW not in block[0]:
        raise _fault(f"Line {number} of the captions gives them a look of their own.")
    if _ARROW not in block[0]:
        number, block = number + 1, block[1:]
    times = _TIMES.fullmatch(block[0]) if block else None
    if times is None:
        raise _fault(f"Line {number} of the captions has no times such as 00:01.000 --> 00:04.000.")
    starts, ends = _thousandths(*times.groups()[:4]), _thousandths(*times.groups()[4:])
    if ends <= starts:
        raise _fault(f"The caption in line {number} ends before it starts.")
    if not "".join(block[1:]).strip() or any(_ARROW in line for line in block[1:]):
        raise _fault(f"The caption in line {number} has no words.")
    return starts


def _thousandths(hours: str | None, minutes: str, seconds: str, thousandths: str) -> int:
    whole = (int(hours or 0) * 60 + int(minutes)) * 60 + int(seconds)
    return whole * 1000 + int(thousandths)


def _fault(message: str) -> MediaError:
    return MediaError(
        "bad-captions", message, "Save them again as WebVTT, in the program that made them."
    )
