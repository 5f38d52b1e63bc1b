"""What a PDF needs after Typst has made it: words for its links, and less room."""

from collections.abc import Mapping
from io import BytesIO
from typing import Literal

from pikepdf import Name, ObjectStreamMode, Pdf


def finish(file: bytes, names: Mapping[str, str], direction: Literal["ltr", "rtl"]) -> bytes:
    """Return the PDF with the words of each address as what a voice says for a link to it.

    Typst writes the address there (its issue 8877), and a screen reader then says that in place
    of the words: "h t t p s colon slash slash" for the name of an activity. It takes Punjabi for a
    language from right to left, which it is in Pakistan. And it writes every element of the
    structure out in full, which is two fifths of the file.
    """
    finished = BytesIO()
    with Pdf.open(BytesIO(file)) as pdf:
        pdf.Root.ViewerPreferences.Direction = Name.R2L if direction == "rtl" else Name.L2R
        for page in pdf.pages:
            for link in page.get(Name.Annots, ()):
                link.Contents = names[str(link.A.URI)]
        pdf.save(finished, object_stream_mode=ObjectStreamMode.generate, deterministic_id=True)
    return finished.getvalue()
