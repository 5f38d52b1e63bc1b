"""The Whoosh index, and what is drained from it. Scores are tested in test_scoring.py."""

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
    IndexBrokenError,
    WordIndex,
    build_index,
    stem_of,
    stems_of,
    surface_words,
)

DOCUMENTS = (
    {"name": "Swimming", "summary": "You swim in a warm pool.", "slug": "swimming friends"},
    {"name": "Café", "about": "Cake, tea and a warm welcome.", "slug": "friends"},
    {"name": "Quiet walk", "town": "Maidstone. The Warm Hall", "provider": "Example Café"},
    {"name": "Warm warm warm"},
    {"name": "Choir", "slug": "music music"},
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
        pytest.param("x 1", [], id="single letters and digits"),
        pytest.param("1:1 help", ["1:1", "help"], id="one to one"),
        pytest.param("游泳", ["游", "泳"], id="Chinese"),
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
    ("text", "words"),
    [
        pytest.param(
            "The Café's at 2.30pm", ["the", "cafe", "s", "at", "2.30pm"], id="none left out"
        ),
        pytest.param("DAY-CENTRE", ["day", "centre"], id="marks"),
        pytest.param("a\u00adqua", ["aqua"], id="a hyphen that nobody sees"),
        pytest.param("游泳", ["游", "泳"], id="Chinese"),
        pytest.param("तैराकी", ["तैराकी"], id="Hindi"),
        pytest.param("*** 🏊", [], id="no letters"),
    ],
)
def test_surface_words_are_in_small_letters_without_accents(text: str, words: list[str]) -> None:
    assert surface_words(text) == words


@given(st.text(max_size=60))
def test_the_stems_of_surface_words_are_the_stems_of_the_text(text: str) -> None:
    assert [stem for word in surface_words(text) if (stem := stem_of(word))] == stems_of(text)


@pytest.mark.parametrize(
    ("field", "word", "numbers", "weights"),
    [
        pytest.param("name", "warm", [3], [3.0], id="three times"),
        pytest.param("about", "warm", [1], [1.0], id="in one field only"),
        pytest.param("town", "warm", [2], [1.0], id="and in another"),
        pytest.param("name", "cafe", [1], [1.0], id="without its accent"),
        pytest.param("slug", "friends", [0, 1], [1.0, 1.0], id="an interest"),
        pytest.param("slug", "music", [4], [2.0], id="an interest named twice"),
    ],
)
def test_postings_say_where_a_word_stands_and_how_often(
    field: str, word: str, numbers: list[int], weights: list[float]
) -> None:
    with index_of(*DOCUMENTS) as index:
        postings = index.postings(field, word)

    assert postings is not None
    assert postings.numbers.tolist() == numbers
    assert postings.weights.tolist() == weights
    assert postings.idf > 0


@pytest.mark.parametrize(
    ("field", "word"),
    [
        pytest.param("name", "zebra", id="a word that is nowhere"),
        pytest.param("name", "tea", id="a word of another field"),
        pytest.param("slug", "friend", id="a slug is not stemmed"),
    ],
)
def test_a_word_that_stands_nowhere_has_no_postings(field: str, word: str) -> None:
    with index_of(*DOCUMENTS) as index:
        assert index.postings(field, word) is None


def test_the_words_of_a_field_are_stems_and_the_slugs_as_they_are() -> None:
    with index_of(*DOCUMENTS) as index:
        words = {name: index.words_of(name) for name in ("name", "provider", "slug")}

    assert words == {
        "name": {"swim", "cafe", "quiet", "walk", "warm", "choir"},
        "provider": {"exampl", "cafe"},
        "slug": {"swimming", "friends", "music"},
    }


def test_lengths_count_the_words_that_are_kept() -> None:
    with index_of(*DOCUMENTS) as index:
        names, average = index.lengths("name")
        towns, _ = index.lengths("town")

    assert names.tolist() == [1.0, 1.0, 2.0, 3.0, 1.0]
    assert average == 8 / 5
    # Whoosh says 1 for an activity without a word, and no posting asks for it.
    assert towns[2] == 3.0


def test_words_of_every_document_are_found_in_a_large_index() -> None:
    documents = [{"name": f"word{number % 7}", "about": "warm"} for number in range(500)]
    with index_of(*documents) as index:
        third, every = index.postings("name", "word3"), index.postings("about", "warm")

    assert third is not None
    assert every is not None
    assert third.numbers.tolist() == list(range(3, 500, 7))
    assert every.numbers.tolist() == list(range(500))


def test_an_index_may_be_empty() -> None:
    with index_of() as index:
        lengths, average = index.lengths("name")

        assert index.postings("name", "warm") is None
        assert (lengths.tolist(), average, index.words_of("name")) == ([], 1.0, frozenset())


def test_a_build_that_fails_can_be_done_again(tmp_path: Path) -> None:
    with pytest.raises(UnknownFieldError):
        build_index(tmp_path, [{"name": "Swimming"}, {"colour": "red"}])

    build_index(tmp_path, [{"name": "Swimming"}])

    with closing(WordIndex(tmp_path, 1)) as index:
        postings = index.postings("name", "swim")

    assert postings is not None
    assert postings.numbers.tolist() == [0]


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
