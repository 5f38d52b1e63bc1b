"""Keep pieces of pages that many pages share, cut where they differ.

A fragment is what a macro of a template made, once, with marks in place of the texts that differ
between requests. To use it is to join its pieces with those texts, escaped: no template runs. So
the template stays the only place that says how a card looks, and a fragment that is filled is
letter for letter what the macro would have made.

A mark is a number that nobody can guess, drawn when the site starts, so that no text of a provider
or a person can be taken for one.
"""

import re
import secrets
from collections.abc import Callable, Hashable, Iterable, Mapping
from typing import NamedTuple, cast

from flask import Flask
from markupsafe import Markup, escape

from finder.search.bounded import BoundedCache
from finder.web.filters import page_key
from finder.web.presenters.everything import ChoiceGroup, Tick
from finder.web.presenters.listed_card import ListedCard
from finder.web.presenters.table import TableRow

# A card takes about 6 kB, so those of some 1,300 activities stay ready. Each worker has its own.
KEPT_BYTES = 8 * 1024 * 1024
# What a fragment takes besides its letters. A test holds it against what Python really takes.
OVERHEAD_BYTES = 1_500

_MARK = secrets.token_hex(12)
_MARKED = re.compile(f"{_MARK}([a-z]+[0-9]*)x")


class Fragment(NamedTuple):
    """The pieces of a fragment, and the names of the texts that stand between them."""

    pieces: tuple[str, ...]
    names: tuple[str, ...]

    def fill(self, texts: Mapping[str, str | int]) -> Markup:
        """Return the whole, with the texts escaped. A number has nothing to escape."""
        parts = [self.pieces[0]]
        for name, piece in zip(self.names, self.pieces[1:], strict=True):
            text = texts[name]
            parts += (escape(text) if isinstance(text, str) else str(text), piece)
        return Markup("".join(parts))  # noqa: S704  # A macro escaped the pieces, and we the texts.

    @property
    def nbytes(self) -> int:
        """About how many bytes it takes. A letter beyond Latin-1 makes all those near it wide."""
        return OVERHEAD_BYTES + sum(
            len(piece) * (1 if piece.isascii() else 2) for piece in self.pieces
        )


def hole(name: str) -> str:
    """Return the mark of a text that is filled in later. It is the same when it is escaped."""
    return f"{_MARK}{name}x"


def cut(html: str) -> Fragment:
    """Return what a macro made with holes, cut at them."""
    parts = _MARKED.split(html)
    return Fragment(tuple(parts[::2]), tuple(parts[1::2]))


def init_app(app: Flask) -> None:
    """Let the templates ask for what is kept."""
    fragments = Fragments(app, KEPT_BYTES)
    app.jinja_env.globals.update(
        kept=fragments.kept,
        kept_card=fragments.card,
        tick_boxes=fragments.tick_boxes,
        table_rows=fragments.table_rows,
    )


class Fragments:
    """The fragments that are kept, of the build that is live and those before it."""

    def __init__(self, app: Flask, most_bytes: int) -> None:
        self._app = app
        self.all: BoundedCache[Hashable, Fragment] = BoundedCache(most_bytes)

    def kept(self, file: str, macro: str, *values: str, **texts: object) -> Markup:
        """Return what a macro of a file of components makes.

        The values are few, and each has a fragment of its own. The texts are filled in: the macro
        may only print them, or ask whether there are any.
        """
        filled = {name: str(text or "") for name, text in texts.items()}

        def make() -> str:
            holes = {name: hole(name) if text else "" for name, text in filled.items()}
            return self._macro(file, macro, *values, **holes)

        there = tuple([name for name, text in filled.items() if text])
        return self._fragment((file, macro, values, there), make).fill(filled)

    def card(
        self,
        value: ListedCard,
        *,
        level: int = 2,
        back: str = "",
        lazy: bool = True,
        button: bool = True,
        brief: bool = False,
    ) -> Markup:
        """Return the HTML of a card, as the macro `whole_card` makes it.

        `back` is where its button leads back to, `lazy` whether its pictures may come late.
        A `brief` card says only when, where and what it costs.
        """
        texts: dict[str, str | int] = {
            "level": level,
            "back": back,
            "tail": value.tail,
            "far": value.far,
        }
        for number, note in enumerate(value.asked_notes):
            texts[f"note{number}"] = note

        def make() -> str:
            card = value.with_texts(
                far=hole("far") if value.far else "",
                asked_notes=[hole(name) for name in texts if name.startswith("note")],
                tail=hole("tail"),
            )
            held_back = hole("back") if back else ""
            return self._macro(
                "card", "whole_card", card, hole("level"), held_back, lazy, button, brief
            )

        key = (
            *("card", value.council, value.activity_id, value.today, value.on_list),
            *(value.far != "", len(value.asked_notes), back != "", lazy, button, brief),
        )
        return self._fragment(key, make).fill(texts)

    def tick_boxes(self, group: ChoiceGroup) -> Markup:
        """Return the HTML of a group's boxes to tick, as the macro `whole_tick` makes each."""
        return _joined("", [self._tick_box(group, tick) for tick in group.ticks])

    def table_rows(self, rows: Iterable[TableRow], headings: Mapping[str, str]) -> Markup:
        """Return the HTML of a table's rows, as the macro `whole_row` makes each."""
        return _joined("\n", [self._table_row(row, headings) for row in rows])

    def _table_row(self, value: TableRow, headings: Mapping[str, str]) -> Markup:
        def make() -> str:
            row = value.with_texts(
                miles=hole("miles") if value.miles else "", ask=hole("ask") if value.ask else ""
            )
            return self._macro("table", "whole_row", row, value.path + hole("tail"), headings)

        key = (
            "row",
            value.council,
            value.activity_id,
            value.today,
            value.miles != "",
            value.ask != "",
        )
        texts = {"tail": value.tail, "miles": value.miles, "ask": value.ask}
        return self._fragment(key, make).fill(texts)

    def _tick_box(self, group: ChoiceGroup, tick: Tick) -> Markup:
        ask = tick.total - tick.sure

        def make() -> str:
            held_ask = hole("ask") if ask else ""
            return self._macro("tick", "whole_tick", group, tick, hole("sure"), held_ask)

        key = ("tick", group.anchor, tick.value, tick.is_chosen, tick.total == 0, ask != 0)
        return self._fragment(key, make).fill({"sure": tick.sure, "ask": ask})

    def _fragment(self, key: Hashable, make: Callable[[], str]) -> Fragment:
        """Return what is kept for pages like this one, or cut it anew and keep it."""
        full_key = (page_key(), key)
        fragment = self.all.get(full_key)
        if fragment is None:
            fragment = cut(make())
            self.all.put(full_key, fragment, fragment.nbytes)
        return fragment

    def _macro(self, file: str, macro: str, *values: object, **texts: str) -> str:
        component = self._app.jinja_env.get_template(f"components/{file}.html")
        return cast(str, getattr(component.module, macro)(*values, **texts))


def _joined(between: str, parts: Iterable[Markup]) -> Markup:
    """Return the parts in one. They are safe already, so none is escaped again."""
    return Markup(between.join(parts))  # noqa: S704
