"""What every ShortlistStore promises about look links, new secrets, and codes for the phone."""

from datetime import timedelta

import pytest

from finder.shortlists import CODE_DAYS, ShortlistStore, StoreUnavailableError
from finder.shortlists.tokens import EditToken, LookToken, look_token_of, make_token
from tests.shortlists.lists import (
    CHOIR,
    KENT,
    LATER,
    NOON,
    SWIM,
    OpenStore,
    a_list,
    activities_on,
    add_all,
    an_entry,
)

A_SECOND = timedelta(seconds=1)
CODE, OTHER_CODE, THIRD_CODE = (bytes([n]) * 32 for n in (1, 2, 3))


def keep(store: ShortlistStore, token: EditToken, code: bytes, sealed: bytes = b"sealed") -> None:
    store.keep_code(code, sealed=sealed, for_list=token, now=NOON)


def test_the_look_link_shows_the_list(store: ShortlistStore, token: EditToken) -> None:
    look = look_token_of(token)
    before = store.read_shared(look, now=NOON)
    add_all(store, token, SWIM)

    assert before is None
    assert store.read_shared(look, now=NOON) == store.read(token, now=NOON) == a_list(an_entry())


def test_the_look_link_cannot_change_the_list(store: ShortlistStore, token: EditToken) -> None:
    add_all(store, token, SWIM)
    as_edit = EditToken(look_token_of(token))

    store.clear(as_edit)
    removed = store.remove(as_edit, council=KENT, activity_id=SWIM, now=NOON)
    read = store.read(as_edit, now=NOON)

    assert (removed, read) == (None, None)
    assert activities_on(store, token) == [SWIM]


def test_the_edit_link_is_no_look_link(store: ShortlistStore, token: EditToken) -> None:
    add_all(store, token, SWIM)

    assert store.read_shared(LookToken(token), now=NOON) is None


@pytest.mark.parametrize("way", ["clear", "expire"])
def test_the_look_link_ends_with_the_list(
    open_store: OpenStore, token: EditToken, way: str
) -> None:
    store = open_store(keep_days=1)
    add_all(store, token, SWIM)

    if way == "clear":
        store.clear(token)
    now = NOON if way == "clear" else NOON + timedelta(days=1)

    assert store.read_shared(look_token_of(token), now=now) is None


def test_a_new_secret_stops_every_link_and_code(store: ShortlistStore, token: EditToken) -> None:
    new = make_token()
    add_all(store, token, SWIM)
    keep(store, token, CODE)

    is_renewed = store.renew(token, new=new, now=LATER)

    assert is_renewed
    assert store.read(token, now=LATER) is None
    assert store.read_shared(look_token_of(token), now=LATER) is None
    assert store.find_code(CODE, now=LATER) is None
    assert (
        store.read(new, now=LATER)
        == store.read_shared(look_token_of(new), now=LATER)
        == a_list(an_entry(), updated_at=LATER)
    )


def test_a_new_secret_sent_again_does_no_harm(store: ShortlistStore, token: EditToken) -> None:
    new, newer = make_token(), make_token()
    add_all(store, token, SWIM)

    renewed = [store.renew(token, new=each, now=NOON) for each in (new, new, newer)]

    assert renewed == [True, True, False]
    assert activities_on(store, new) == [SWIM]
    assert store.read(newer, now=NOON) is None


def test_an_undo_outlives_a_new_secret(store: ShortlistStore, token: EditToken) -> None:
    new = make_token()
    add_all(store, token, SWIM, CHOIR)
    store.remove(token, council=KENT, activity_id=SWIM, now=NOON)

    store.renew(token, new=new, now=NOON)

    assert store.put_back(new, council=KENT, activity_id=SWIM, now=NOON) == an_entry()


def test_no_list_can_be_put_under_the_secret_of_another(
    store: ShortlistStore, token: EditToken
) -> None:
    other = make_token()
    add_all(store, token, SWIM)
    add_all(store, other, CHOIR)

    with pytest.raises(StoreUnavailableError):
        store.renew(token, new=other, now=NOON)

    assert activities_on(store, token) == [SWIM]
    assert activities_on(store, other) == [CHOIR]


def test_a_code_gives_back_what_it_seals(store: ShortlistStore, token: EditToken) -> None:
    sealed = bytes(range(256))
    add_all(store, token, SWIM)

    keep(store, token, CODE, sealed)

    assert store.find_code(CODE, now=NOON) == sealed
    assert store.find_code(OTHER_CODE, now=NOON) is None


def test_a_code_for_no_list_is_not_kept(store: ShortlistStore, token: EditToken) -> None:
    keep(store, token, CODE)
    add_all(store, token, SWIM)

    assert store.find_code(CODE, now=NOON) is None


def test_a_code_ends_to_the_second(store: ShortlistStore, token: EditToken) -> None:
    add_all(store, token, SWIM)
    keep(store, token, CODE)
    end = NOON + timedelta(days=CODE_DAYS)

    assert store.find_code(CODE, now=end - A_SECOND) == b"sealed"
    assert store.find_code(CODE, now=end) is None


@pytest.mark.parametrize("way", ["clear", "expire"])
def test_a_code_ends_with_its_list(open_store: OpenStore, token: EditToken, way: str) -> None:
    store = open_store(keep_days=1)
    add_all(store, token, SWIM)
    keep(store, token, CODE)

    if way == "clear":
        store.clear(token)
    now = NOON if way == "clear" else NOON + timedelta(days=1)

    assert store.find_code(CODE, now=now) is None


def test_making_a_code_counts_as_use(store: ShortlistStore, token: EditToken) -> None:
    add_all(store, token, SWIM)

    store.keep_code(CODE, sealed=b"sealed", for_list=token, now=LATER)

    assert store.read(token, now=LATER) == a_list(an_entry(), updated_at=LATER)


def test_the_two_newest_codes_of_a_list_open_it(store: ShortlistStore, token: EditToken) -> None:
    other = make_token()
    add_all(store, token, SWIM)
    add_all(store, other, SWIM)
    keep(store, other, b"the code of another list")

    for code in (CODE, OTHER_CODE, THIRD_CODE):
        keep(store, token, code)

    assert [store.find_code(code, now=NOON) for code in (CODE, OTHER_CODE, THIRD_CODE)] == [
        None,
        b"sealed",
        b"sealed",
    ]
    assert store.find_code(b"the code of another list", now=NOON) == b"sealed"


def test_a_code_sent_again_does_no_harm(store: ShortlistStore, token: EditToken) -> None:
    add_all(store, token, SWIM)

    for code, sealed in ((CODE, b"one"), (OTHER_CODE, b"other"), (CODE, b"new")):
        keep(store, token, code, sealed)

    assert store.find_code(CODE, now=NOON) == b"new"
    assert store.find_code(OTHER_CODE, now=NOON) == b"other"


def test_the_words_of_one_list_never_open_another(store: ShortlistStore, token: EditToken) -> None:
    other = make_token()
    add_all(store, token, SWIM)
    add_all(store, other, CHOIR)
    keep(store, token, CODE, b"one")

    with pytest.raises(StoreUnavailableError, match="another list's"):
        keep(store, other, CODE, b"other")
    meanwhile = store.find_code(CODE, now=NOON)
    week_later = NOON + timedelta(days=CODE_DAYS)
    store.keep_code(CODE, sealed=b"other", for_list=other, now=week_later)

    assert meanwhile == b"one"
    assert store.find_code(CODE, now=week_later) == b"other"
