"""Drawings: what is drawn is taken, and what does anything else is refused."""

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finder.media.drawings import check_drawing, check_picture_file
from finder.media.faults import MediaError
from tests.media_files import DRAWING, a_picture, written
from tests.pseudo import ROOT

OURS = sorted((ROOT / "static" / "pictures").rglob("*.svg"))
INKSCAPE = b"""<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"
 xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape"
 xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd"
 xmlns:cc="http://creativecommons.org/ns#" inkscape:version="1.3" viewBox="0 0 72 72">
<sodipodi:namedview inkscape:zoom="4"/>
<metadata><?xpacket begin=""?><cc:Work><cc:license>CC BY</cc:license></cc:Work></metadata>
<style>.a{fill:url(#g)} .b{stroke:#000}</style>
<defs><linearGradient id="g"><stop offset="0" style="stop-color:#fff"/></linearGradient></defs>
<use xlink:href="#g"/><path class="a" fill="url( '#g' )" d="M0 0h72v72z"/><text>P</text>
</svg>"""


def inside(body: str, more: str = "") -> bytes:
    """Return a drawing with something in it."""
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        f'xmlns:h="http://www.w3.org/1999/xhtml" {more}>{body}</svg>'
    ).encode()


@pytest.mark.parametrize("path", OURS, ids=lambda path: str(path.name))
def test_every_drawing_of_ours_is_safe(path: Path) -> None:
    check_drawing(path.read_bytes())


@pytest.mark.parametrize("content", [DRAWING, INKSCAPE], ids=["plain", "from a program"])
def test_a_drawing_that_only_draws_is_taken(content: bytes) -> None:
    check_drawing(content)


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(b"<svg", id="half"),
        pytest.param(b"<svg><path/></svg>", id="no namespace"),
        pytest.param(b'<html xmlns="http://www.w3.org/1999/xhtml"/>', id="a page"),
        pytest.param(b'<?xml version="1.0" encoding="none"?>' + DRAWING, id="letters of no kind"),
        pytest.param(inside("<script>alert(1)</script>"), id="a script"),
        pytest.param(inside("<h:script>alert(1)</h:script>"), id="a script of a page"),
        pytest.param(inside("<g xmlns=''><script/></g>"), id="elements of nothing"),
        pytest.param(inside("<path d='M0 0' onclick='x()'/>"), id="a script when pressed"),
        pytest.param(inside("", "onload='x()'"), id="a script when loaded"),
        pytest.param(inside("<foreignObject/>"), id="another document"),
        pytest.param(inside("<image href='a.png'/>"), id="a picture"),
        pytest.param(inside("<a href='#x'/>"), id="a link"),
        pytest.param(inside("<animate attributeName='href'/>"), id="what moves"),
        pytest.param(inside("<use href='b.svg#x'/>"), id="a part of another drawing"),
        pytest.param(inside("<use xlink:href='data:image/svg+xml,x'/>"), id="a drawing in a link"),
        pytest.param(inside("<path fill='url(b.svg#x)'/>"), id="colours of another file"),
        pytest.param(inside("<path style='fill:url(//example.org)'/>"), id="another host"),
        pytest.param(inside("<path style='fill:u\\72l(x)'/>"), id="spelt with a backslash"),
        pytest.param(inside("<style>@import 'x.css';</style>"), id="a style sheet"),
        pytest.param(inside("<style>path{fill:url(x)}</style>"), id="colours of a file"),
        pytest.param(b'<?xml-stylesheet href="x.css"?>' + DRAWING, id="a style sheet before it"),
        pytest.param(b'<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa">]>' + DRAWING, id="words of its own"),
        pytest.param(
            b'<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/hostname">]>' + DRAWING, id="a file"
        ),
    ],
)
def test_a_drawing_that_does_anything_else_is_refused(content: bytes) -> None:
    with pytest.raises(MediaError) as caught:
        check_drawing(content)

    assert caught.value.code == "unsafe-drawing"


@given(st.binary(max_size=300) | st.builds(lambda body: inside(body), st.text(max_size=60)))
def test_any_bytes_are_a_drawing_or_a_fault(content: bytes) -> None:
    with suppress(MediaError):
        check_drawing(content)


def test_a_picture_is_named_by_its_kind(tmp_path: Path) -> None:
    drawing, painting = tmp_path / "a.SVG", tmp_path / "b.svg.png"
    drawing.write_bytes(DRAWING)
    painting.write_bytes(written(a_picture(200, 200), "WEBP"))

    assert Path(check_picture_file(drawing)).suffix == ".svg"
    assert Path(check_picture_file(painting)).suffix == ".webp"
