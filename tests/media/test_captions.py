"""Captions: those that every browser shows are taken."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finder.media.captions import check_captions
from finder.media.faults import MediaError
from tests.media_files import CAPTIONS

GOOD = """WEBVTT - What we do

NOTE Made by hand.

NOTE
Of two lines.

1
00:00.000 --> 00:02.500 align:start
We cook lunch.
And we eat it.

00:00:02.500 -->\t01:00:04.000
<v Jo>Then we wash up.</v>
"""


@pytest.mark.parametrize(
    ("content", "count"),
    [
        pytest.param(CAPTIONS, 1, id="one"),
        pytest.param(GOOD.encode(), 2, id="all that there can be"),
        pytest.param(GOOD.replace("\n", "\r\n").encode("utf-8-sig"), 2, id="as Windows writes it"),
        pytest.param(b"WEBVTT\n\n\n\n00:01.000 --> 00:02.000\nHello.", 1, id="empty lines"),
    ],
)
def test_good_captions_are_counted(content: bytes, count: int) -> None:
    assert check_captions(content) == count


@pytest.mark.parametrize(
    ("content", "message"),
    [
        pytest.param(b"\xff\xfe", "not UTF-8", id="not text"),
        pytest.param(b"", "not WEBVTT", id="nothing"),
        pytest.param(b"1\n00:01,000 --> 00:02,000\nHello.", "not WEBVTT", id="another kind (SRT)"),
        pytest.param(b"WEBVTTS\n", "not WEBVTT", id="nearly"),
        pytest.param(b"WEBVTT\n\nNOTE Nothing.\n", "no caption", id="no caption"),
        pytest.param(b"WEBVTT\n\nSTYLE\n::cue { color: red }\n", "a look", id="a look of its own"),
        pytest.param(b"WEBVTT\n\n00:01,000 --> 00:02,000\nHello.", "no times", id="a comma"),
        pytest.param(b"WEBVTT\n\nHello.\n", "Line 4 .* no times", id="no times"),
        pytest.param(b"WEBVTT\n\n \n00:01.000 --> 00:02.000\nA", None, id="a line of one space"),
        pytest.param(b"WEBVTT\n\n00:61.000 --> 00:62.000\nHello.", "no times", id="61 seconds"),
        pytest.param(
            b"WEBVTT\n\n00:02.000 --> 00:02.000\nHello.", "line 3 ends before", id="no length"
        ),
        pytest.param(b"WEBVTT\n\n00:01.000 --> 00:02.000\n \n", "no words", id="no words"),
        pytest.param(
            b"WEBVTT\n\n00:01.000 --> 00:02.000\n00:03.000 --> 00:04.000\nHello.",
            "no words",
            id="two times",
        ),
        pytest.param(
            b"WEBVTT\n\n00:05.000 --> 00:06.000\nB\n\n00:01.000 --> 00:02.000\nA",
            "order",
            id="the last one first",
        ),
    ],
)
def test_captions_that_a_browser_would_leave_out_are_refused(
    content: bytes, message: str | None
) -> None:
    if message is None:
        assert check_captions(content) == 1
        return
    with pytest.raises(MediaError, match=message) as caught:
        check_captions(content)
    assert caught.value.code == "bad-captions"


@given(st.text(alphabet="WEBVTT\n-> :.0129NOTESYL a") | st.text())
def test_any_text_is_captions_or_a_fault(text: str) -> None:
    with suppress(MediaError):
        assert check_captions(text.encode("utf-8", "surrogatepass")) > 0
