"""A fragment that is filled is, letter for letter, what the macro would have made."""

import gc
import tracemalloc
from dataclasses import replace
from typing import cast

import pytest
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup, escape

from finder.domain.query import SearchQuery
from finder.search.ask import ask
from finder.search.bounded import BoundedCache
from finder.web import context
from finder.web.fragments import KEPT_BYTES, OVERHEAD_BYTES, Fragments, cut, hole
from finder.web.presenters.everything import ChoiceGroup, Tick, make_groups
from finder.web.presenters.listed_card import CardList, ListedCard
from finder.web.presenters.rows import RowMaker
from finder.web.presenters.table import TableRow
from finder.web.reading import COOKIE, Reading
from tests.builders import a_council, an_activity, some_contents
from tests.web.conftest import SiteOf
from tests.web.pages import addresses_of, catalogue_of, fill_list
from tests.web.site import COUNCILS, NOON

SCRIPT = "<script>alert(1)</script>\"'&{{ 7 * 7 }}%(name)s"


CARD = "{{ kept_card(value, **wishes) }}"


def of_component(app: Flask, file: str, macro: str, *values: object, **texts: object) -> Markup:
    """Return what a macro makes by itself."""
    component = app.jinja_env.get_template(f"components/{file}.html").module
    return cast(Markup, getattr(component, macro)(*values, **texts))


def card_of(app: Flask, value: ListedCard, **wishes: object) -> Markup:
    """Return the card that the templates ask for."""
    return cast(Markup, app.jinja_env.from_string(CARD).render(value=value, wishes=wishes))


def whole_card_of(app: Flask, value: ListedCard, **wishes: object) -> Markup:
    usual = {"level": 2, "back": "", "lazy": True, "button": True, "brief": False}
    return of_component(app, "card", "whole_card", value.whole, *(usual | wishes).values())


def fragments_of(app: Flask) -> Fragments:
    fragments = getattr(app.jinja_env.globals["kept"], "__self__", None)
    assert isinstance(fragments, Fragments)
    return fragments


# What is kept is what would be made.


@pytest.mark.parametrize("page", ["", "?lang=ar"])
@pytest.mark.parametrize("council", COUNCILS)
def test_the_card_of_every_activity_is_that_of_the_macro(
    pseudo_app: Flask, council: str, page: str
) -> None:
    catalogue = catalogue_of(pseudo_app, council)
    query = SearchQuery(text=f"a & {SCRIPT}", near="ME14 1XQ")
    with pseudo_app.test_request_context(f"/{council}/find{page}"):
        plain = CardList(catalogue, today=NOON.date(), shortlist=None)
        asked = CardList(catalogue, today=NOON.date(), shortlist=None, query=query, about=True)
        for activity in catalogue.list_all_activities():
            name = activity.activity_id
            far = asked.card(name, miles=3.4, notes=["Ask <them>.", SCRIPT])
            every: list[tuple[ListedCard, dict[str, object]]] = [
                (plain.card(name), {}),
                (far, {"lazy": False, "level": 3, "back": f"/find?q={SCRIPT}#x"}),
                (replace(asked.card(name, miles=0.2), on_list=True), {"back": "/list"}),
                (far, {"button": False}),
                (far, {"button": False, "brief": True}),
            ]
            for value, wishes in every:
                whole = whole_card_of(pseudo_app, value, **wishes)
                assert card_of(pseudo_app, value, **wishes) == whole
                assert card_of(pseudo_app, value, **wishes) == whole


@pytest.mark.parametrize("page", ["", "?lang=ar"])
@pytest.mark.parametrize("council", COUNCILS)
def test_the_row_of_every_activity_is_that_of_the_macro(
    pseudo_app: Flask, council: str, page: str
) -> None:
    names = ("place", "when", "cost", "pay", "support", "space", "list", "checked")
    headings = {name: f"{name} {SCRIPT}" for name in names}
    catalogue, fragments = catalogue_of(pseudo_app, council), Fragments(pseudo_app, KEPT_BYTES)
    with pseudo_app.test_request_context(f"/{council}/search{page}"):
        plain = TableRow(
            activity_id="",
            council=council,
            today=NOON.date(),
            maker=RowMaker(catalogue, today=NOON.date(), about=False),
            tail="",
            miles="",
            ask="",
        )
        asked = replace(plain, tail=f"?q={SCRIPT}", miles="3 <miles>", ask=SCRIPT)
        for activity in catalogue.list_all_activities():
            rows = [replace(each, activity_id=activity.activity_id) for each in (plain, asked)]
            whole = [
                of_component(pseudo_app, "table", "whole_row", each.row, each.url, headings)
                for each in rows
            ]
            for _ in ("made", "kept"):
                assert fragments.table_rows(rows, headings) == Markup("\n").join(whole)


@pytest.mark.parametrize("page", ["", "?lang=ar"])
@pytest.mark.parametrize("council", COUNCILS)
def test_every_box_to_tick_is_that_of_the_macro(pseudo_app: Flask, council: str, page: str) -> None:
    with pseudo_app.test_request_context(f"/{council}/search{page}"):
        for group in groups_of(pseudo_app, council):
            states = [
                replace(tick, total=total, sure=sure, is_chosen=is_chosen)
                for tick in group.ticks
                for total, sure in ((0, 0), (7, 7), (9, 7), (4, 0))
                for is_chosen in (False, True)
            ]
            group = replace(group, ticks=tuple(states))
            whole = [whole_tick_of(pseudo_app, group, tick) for tick in states]
            for _ in ("made", "kept"):
                assert fragments_of(pseudo_app).tick_boxes(group) == Markup("").join(whole)


def whole_tick_of(app: Flask, group: ChoiceGroup, tick: Tick) -> Markup:
    values = (group, tick, tick.sure, tick.total - tick.sure)
    return of_component(app, "tick", "whole_tick", *values)


def groups_of(app: Flask, council: str) -> tuple[ChoiceGroup, ...]:
    asked = ask(
        context.searchable(),
        SearchQuery.from_args([]),
        gazetteer=context.generation().gazetteer,
        today=NOON.date(),
    )
    return make_groups(catalogue_of(app, council), asked.answer)


@pytest.mark.parametrize(
    ("council", "reading"), [("kent", Reading()), ("wiltshire", Reading(pics="words"))]
)
def test_every_page_is_the_same_when_its_parts_are_kept(
    app: Flask, client: FlaskClient, council: str, reading: Reading
) -> None:
    client.set_cookie(COOKIE, reading.to_cookie())
    fill_list(client, app, council, 2)
    addresses = addresses_of(app, council)
    first = {address: client.get(address).data for address in addresses}
    kept = fragments_of(app).all

    kept.clear()
    assert {address: client.get(address).data for address in addresses} == first
    made = len(kept)
    assert made > 40
    assert {address: client.get(address).data for address in addresses} == first
    assert len(kept) == made


# What differs keeps fragments apart.


def cards_of(app: Flask, council: str = "kent") -> CardList:
    return CardList(catalogue_of(app, council), today=NOON.date(), shortlist=None)


def test_languages_and_settings_have_fragments_of_their_own(pseudo_app: Flask) -> None:
    seen: dict[str, str] = {}
    for _ in ("made", "kept"):
        for name, page, cookie, folder in (
            ("plain", "/kent/", "", ""),
            ("arabic", "/kent/?lang=ar", "", ""),
            ("arabic by cookie", "/kent/", "lang=ar", ""),
            ("words", "/kent/", "read=pics:words", ""),
            ("no council", "/list", "", ""),
            ("a folder", "/kent/", "", "/things"),
        ):
            headers, base = {"Cookie": cookie}, f"http://localhost{folder}"
            with pseudo_app.test_request_context(page, headers=headers, base_url=base):
                value = cards_of(pseudo_app).card("a-day-on-the-farm")
                made = card_of(pseudo_app, value)
                assert made == whole_card_of(pseudo_app, value)
                assert seen.setdefault(name, made) == made

    assert len(set(seen.values())) == 5
    assert seen["plain"] == seen["no council"]
    assert 'loading="lazy"' in seen["plain"]
    assert 'loading="lazy"' not in seen["words"]
    assert '"/things/list/add"' in seen["a folder"]


def test_a_card_changes_with_its_build_and_its_day(site: SiteOf) -> None:
    first = an_activity(name="One (example)")
    app = site(some_contents(first))
    page = app.test_client().get("/exampleshire/find").text
    assert "One (example)" in page

    again = site(some_contents(replace(first, name="Two (example)")))
    assert "Two (example)" in again.test_client().get("/exampleshire/find").text

    old = "Nobody has checked this for a long time."
    with app.test_request_context("/exampleshire/find"):
        for year, is_old in ((2026, False), (2028, True), (2026, False)):
            cards = CardList(
                catalogue_of(app, "exampleshire"),
                today=NOON.date().replace(year=year),
                shortlist=None,
            )
            assert (old in card_of(app, cards.card(first.activity_id))) is is_old


def test_councils_with_an_activity_of_the_same_name_have_cards_of_their_own(
    site: SiteOf,
) -> None:
    one = some_contents(an_activity(name="One (example)"))
    two = some_contents(an_activity(name="Two (example)"), council=a_council("elsewhere"))
    client = site(one, two).test_client()

    for _ in ("made", "kept"):
        assert "One (example)" in client.get("/exampleshire/find").text
        assert "Two (example)" in client.get("/elsewhere/find").text


def test_the_number_of_things_on_the_list_is_a_person_s_own(app: Flask) -> None:
    for number in (1, 2, 3, 2, 1):
        client = app.test_client()
        fill_list(client, app, "kent", number)
        assert f'id="list-count">{number}<' in client.get("/kent/").text
        assert "list-count" not in app.test_client().get("/kent/").text


# What is filled in is escaped, and nothing else is taken for a hole.


@given(text=st.text())
def test_what_is_filled_in_is_escaped(text: str) -> None:
    fragment = cut(f"<b>{hole('far')}</b><i>{hole('note12')}</i>{hole('far')}")

    filled = fragment.fill({"far": text, "note12": "&", "other": "unused"})

    assert filled == f"<b>{escape(text)}</b><i>&amp;</i>{escape(text)}"
    assert isinstance(filled, Markup)


def test_a_mark_is_the_same_when_it_is_escaped() -> None:
    assert escape(hole("far")) == hole("far")


def test_a_mark_is_another_in_every_process() -> None:
    mark = hole("x").removesuffix("xx")

    assert len(mark) == 24
    assert int(mark, 16) > 0


@pytest.mark.parametrize(
    "name",
    [
        # The mark is drawn anew in each process, and the name of a test has to stay the same.
        pytest.param(hole("far")[:-1], id="a mark without its end"),
        "far",
        "{{ far }}",
        "%(far)s",
        "x" * 30,
    ],
)
def test_what_only_looks_like_a_mark_is_left_alone(name: str) -> None:
    assert cut(f"<p>{name}</p>").fill({}) == f"<p>{name}</p>"


def test_a_text_that_nobody_gives_is_an_error() -> None:
    with pytest.raises(KeyError):
        cut(hole("far")).fill({})


# A macro runs once, and what is kept is bounded.


def test_a_kept_card_needs_neither_the_template_nor_the_activity(
    app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    with app.test_request_context("/kent/find"):
        cards = cards_of(app)
        first = card_of(app, cards.card("a-day-on-the-farm", miles=2))
        monkeypatch.setattr(Fragments, "_macro", None)
        monkeypatch.setattr(catalogue_of(app, "kent").__class__, "get_activity", None)

        assert card_of(app, cards.card("a-day-on-the-farm", miles=2)) == first
        other = card_of(app, cards.card("a-day-on-the-farm", miles=30))

    assert other == first.replace("About 2 miles from you.", "About 30 miles from you.")


def test_the_oldest_fragments_go_when_there_is_no_room(app: Flask) -> None:
    room = 100_000
    fragments = Fragments(app, room)
    with app.test_request_context("/kent/find"):
        cards = cards_of(app)
        for activity in catalogue_of(app, "kent").list_all_activities():
            value = cards.card(activity.activity_id)
            fragments.card(value)
            assert fragments.all.nbytes <= room

    assert 10 < len(fragments.all) < 40
    assert fragments.all.nbytes > room / 2


def test_the_room_is_counted_in_what_python_really_takes(app: Flask) -> None:
    fragments = Fragments(app, 4_000_000)
    with app.test_request_context("/kent/find"):
        values = [
            replace(cards_of(app).card(activity.activity_id), on_list=on_list)
            for activity in catalogue_of(app, "kent").list_all_activities()
            for on_list in (False, True)
        ]
        fragments.card(values[0])
        gc.collect()
        before = fragments.all.nbytes
        tracemalloc.start()
        for value in values[1:]:
            fragments.card(value)
            value.__dict__.clear()
        gc.collect()
        taken = tracemalloc.get_traced_memory()[0]
        tracemalloc.stop()

    said = fragments.all.nbytes - before
    assert said > 100 * OVERHEAD_BYTES
    assert said * 0.5 < taken <= said


def test_a_fragment_of_wide_letters_counts_twice() -> None:
    narrow, wide = cut("a" * 1000), cut("ش" * 1000)

    assert (narrow.nbytes, wide.nbytes) == (OVERHEAD_BYTES + 1000, OVERHEAD_BYTES + 2000)


def test_a_fragment_that_is_larger_than_the_room_is_made_each_time(app: Flask) -> None:
    fragments = Fragments(app, 10)
    with app.test_request_context("/kent/find"):
        value = cards_of(app).card("a-day-on-the-farm")
        for _ in range(2):
            made = fragments.card(value)
            assert made == whole_card_of(app, value)

    assert isinstance(fragments.all, BoundedCache)
    assert len(fragments.all) == 0
