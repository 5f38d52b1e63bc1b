"""The Whoosh index. Whoosh's own search is what its scores are held against."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st
from whoosh.fields import UnknownFieldError

from finder.search.index import (
    WEIGHTS,
    IndexBrokenError,
    Query,
    WordIndex,
    any_of,
    build_index,
    slug_query,
    stems_of,
    word_query,
)

DOCUMENTS = (
    {"name": "Swimming", "summary": "You swim in a warm pool.", "slug": "swimming friends"},
    {"name": "Café", "about": "Cake, tea and a warm welcome.", "slug": "friends"},
    {"name": "Quiet walk", "town": "Maidstone. The Warm Hall", "provider": "Example Café"},
    {"name": "Warm warm warm"},
)


@contextmanager
def index_of(*documents: dict[str, str]) -> Iterator[WordIndex]:
    with TemporaryDirectory() as folder:
        build_index(Path(folder), documents)
        with closing(WordIndex(Path(folder), len(documents))) as index:
            yield index


@pytest.mark.parametrize(
    ("text", "stems"),
    [
        pytest.param("Swimming swims SWIM", ["swim", "swim", "swim"], id="forms of a word"),
        pytest.param("café CAFÉ cafe", ["cafe", "cafe", "cafe"], id="accents"),
        pytest.param("Żeglarstwo pływanie", ["zeglarstwo", "plywani"], id="Polish"),
        pytest.param("e\u0301cole \u00e9cole", ["ecol", "ecol"], id="accents as two characters"),
        pytest.param("ｓｗｉｍ", ["swim"], id="wide letters"),
        pytest.param("you and the of in a", [], id="small words"),
        pytest.param("day-centre, step-free!", ["day", "centr", "step", "free"], id="marks"),
        pytest.param("*swim* (swim) swim_swim", ["swim"] * 4, id="marks beside a word"),
        pytest.param("2.30pm e.g. tea.", ["2.30pm", "e.g", "tea"], id="dots"),
        pytest.param("1:1 x", [], id="single letters and digits"),
        pytest.param("سباحة", ["سباحة"], id="Arabic"),
        pytest.param("🏊 \u202e ***", [], id="no letters"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_words_are_kept_as_stems(text: str, stems: list[str]) -> None:
    assert stems_of(text) == stems


@given(st.text(max_size=60))
def test_the_way_an_accent_is_written_makes_no_difference(text: str) -> None:
    assert stems_of(normalize("NFD", text)) == stems_of(normalize("NFC", text))


@pytest.mark.parametrize(
    ("query", "numbers"),
    [
        pytest.param(word_query(["swim"]), [0], id="a word"),
        pytest.param(word_query(["warm", "cafe"]), [1, 2], id="words in different texts"),
        pytest.param(word_query(["zebra"]), [], id="a word that is nowhere"),
        pytest.param(word_query(["warm", "zebra"]), [], id="one of two"),
        pytest.param(slug_query("friends"), [0, 1], id="an interest"),
        pytest.param(slug_query("friend"), [], id="a slug is not stemmed"),
        pytest.param(any_of([slug_query("friends")]), [0, 1], id="any of one"),
        pytest.param(any_of([word_query(["swim"]), word_query(["tea"])]), [0, 1], id="any of two"),
    ],
)
def test_scores_are_those_of_whoosh_itself(query: Query, numbers: list[int]) -> None:
    with index_of(*DOCUMENTS) as index:
        scores = index.scores(query)
        hits = index._searcher.search(query, limit=None)
        expected = {hit.docnum: hit.score for hit in hits}

    assert sorted(scores) == numbers
    assert scores == pytest.approx(expected, abs=1e-5)
    assert all(score > 0 for score in scores.values())


def test_a_text_counts_by_its_weight() -> None:
    with index_of(*({name: "gardening"} for name in WEIGHTS)) as index:
        scores = index.scores(word_query(["garden"]))

    order = sorted(WEIGHTS, key=lambda name: scores[list(WEIGHTS).index(name)], reverse=True)
    assert order == ["name", "interests", "summary", "provider", "town", "about"]


def test_words_of_every_document_are_found_in_a_large_index() -> None:
    documents = [{"name": f"word{number % 7}", "about": "warm"} for number in range(500)]
    with index_of(*documents) as index:
        third = index.scores(word_query(["word3"]))
        every = index.scores(word_query(["warm"]))

    assert list(third) == list(range(3, 500, 7))
    assert sorted(every) == list(range(500))


def test_an_index_may_be_empty() -> None:
    with index_of() as index:
        assert index.scores(word_query(["warm"])) == {}


def test_a_build_that_fails_can_be_done_again(tmp_path: Path) -> None:
    with pytest.raises(UnknownFieldError):
        build_index(tmp_path, [{"name": "Swimming"}, {"colour": "red"}])

    build_index(tmp_path, [{"name": "Swimming"}])

    with closing(WordIndex(tmp_path, 1)) as index:
        assert list(index.scores(word_query(["swim"]))) == [0]


def test_an_index_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(IndexBrokenError, match=r"cannot be opened: .*Build it again"):
        WordIndex(tmp_path / "nowhere", 1)


def test_an_index_of_another_length_is_refused(tmp_path: Path) -> None:
    build_index(tmp_path, DOCUMENTS)

    with pytest.raises(IndexBrokenError, match=r"another catalogue. Build it again"):
        WordIndex(tmp_path, len(DOCUMENTS) + 1)


# Whoosh leaves the file open when it cannot read it.
@pytest.mark.filterwarnings("ignore::ResourceWarning")
@pytest.mark.parametrize("kind", ["toc", "seg"])
def test_a_damaged_index_is_refused(tmp_path: Path, kind: str) -> None:
    build_index(tmp_path, DOCUMENTS)
    (file,) = tmp_path.glob(f"*.{kind}")
    file.write_bytes(bytes(len(file.read_bytes())))

    with pytest.raises(IndexBrokenError, match=r"cannot be opened: .*Build it again"):
        WordIndex(tmp_path, len(DOCUMENTS))
