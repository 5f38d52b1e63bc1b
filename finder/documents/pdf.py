"""A sheet as a PDF that a screen reader can read, in the language of its words.

Typst makes it, and refuses to make one that breaks the rules of PDF/UA-1 that a program can check.
Typst is given our template and a list of words, and nothing else: no folder with anything in it,
no package, no network. What somebody wrote is shown as they wrote it, whatever it looks like.
"""

import atexit
import json
from datetime import UTC, datetime, time
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock

import typst

from finder.documents.pdf_finish import finish
from finder.documents.pdf_glyphs import FONTS_DIR
from finder.documents.pdf_sheet import PdfSheet
from finder.documents.pdf_words import SheetWriter

_TEMPLATE = Path(__file__).with_name("sheet.typ")
_KEPT_FOR = 10
# One at a time in a process: it is done in a moment, and takes all of a processor while it lasts.
_turn = Lock()


def make_pdf(sheet: PdfSheet) -> bytes:
    """Return the sheet as a tagged PDF, built to PDF/UA-1.

    The same sheet gives the same file, byte by byte.
    """
    writer = SheetWriter(sheet)
    words = json.dumps(writer.write(), ensure_ascii=False)
    made_at = datetime.combine(sheet.made_on, time(), tzinfo=UTC)
    with _turn:
        compiler = _compiler()
        file = compiler.compile(
            input=_TEMPLATE.read_bytes(),
            format="pdf",
            pdf_standards="ua-1",
            sys_inputs={"sheet": words},
            timestamp=made_at,
        )
        _forget(compiler)
    assert isinstance(file, bytes)
    return finish(file, writer.names, sheet.direction)


def _compiler() -> typst.Compiler:
    """Return a compiler that can read no file. Two threads cannot share one."""
    folder = _empty_folder()
    return typst.Compiler(
        root=folder, font_paths=_fonts(), package_path=folder, package_cache_path=folder
    )


def _forget(compiler: typst.Compiler) -> None:
    """Let Typst let go of what it laid out, which it keeps for the next ten documents.

    Another list has nothing in common with this one, and each takes 10 MB and more.
    """
    for _ in range(_KEPT_FOR + 1):
        compiler.compile(input=b"", format="pdf", sys_inputs=None)


@cache
def _fonts() -> typst.Fonts:
    """Return our own fonts. Those of the machine would make every machine's file another."""
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS_DIR]
    )


@cache
def _empty_folder() -> Path:
    """Return a folder with nothing in it, which goes when the process ends."""
    folder = TemporaryDirectory(prefix="finder-pdf-")
    atexit.register(folder.cleanup)
    return Path(folder.name)
