"""`finder search`."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from finder.generations import Generations
from finder.pipeline import build
from tests.builders import TODAY
from tests.cli.conftest import Run
from tests.cli.outcome import error_of, lines_of
from tests.content_folder import SHIPPED_CONTENT
from tests.small_generation import flip_a_byte

HERE = ("--council", "exampleshire")
TEXTS = ["interests", "lots", "days", "parts", "modes", "needs", "support", "why"]


@pytest.fixture(scope="session")
def example_data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example content, built. Nothing may write to it."""
    data = tmp_path_factory.mktemp("data")
    build(SHIPPED_CONTENT, Generations(data / "generations"), today=TODAY, force=False)
    return data


def json_of(run: Run, *args: str, **settings: str) -> Any:
    return json.loads("\n".join(lines_of(run("search", *args, "--json", **settings))))


def test_an_answer_for_people_is_a_few_lines(built: Run) -> None:
    assert lines_of(built("search", "cooking", *HERE, "--near", "ME14 1XQ")) == [
        "1 found. place:found",
        "  1. Cooking Together (example): Maidstone, 0.0 miles; tue",
        "     words:all  [cooking-together]",
    ]
    assert lines_of(built("search", *HERE, "--with", "mode=online", "--with", "day=wed")) == [
        "1 found. place:nothing",
        "  1. Sing at Home (example): no place; mon, wed",
        "     mode:fits day:fits  [sing-at-home]",
    ]


def test_an_answer_for_programs_is_json(built: Run) -> None:
    asked = ("cooking", *HERE, "--near", "me141xq", "--with", "need=step-free", "--with", "miles=5")

    assert json_of(built, *asked) == {
        "total": 1,
        "query": {
            "q": ["cooking"],
            "near": ["ME14 1XQ"],
            "miles": ["5"],
            "need": ["step-free"],
        },
        "messages": ["place:found"],
        "results": [
            {
                "id": "cooking-together",
                "name": "Cooking Together (example)",
                "provider": "Example Green Door",
                "council": "exampleshire",
                "interests": ["cooking", "friends"],
                "lots": ["1a"],
                "days": ["tue"],
                "parts": ["morning"],
                "modes": ["in-person"],
                "needs": ["step-free"],
                "support": ["small-group"],
                "places": [{"town": "Maidstone", "postcode": "ME14 1XQ"}],
                "miles": 0.0,
                "score": json_of(built, "cooking", *HERE)["results"][0]["score"],
                "why": ["words:all", "need:fits", "near:fits"],
            }
        ],
    }


def test_what_is_not_told_is_an_empty_list(built: Run) -> None:
    (result,) = json_of(built, "quiz", *HERE)["results"]

    assert {name: result[name] for name in ("needs", "support", "miles")} == {
        "needs": [],
        "support": [],
        "miles": None,
    }
    assert result["why"] == ["words:all", "checked:old"]


def test_a_newcomers_search_of_the_example_has_the_promised_shape(
    run: Run, example_data: Path
) -> None:
    answer = json_of(
        run,
        *("swimming", "--council", "kent", "--near", "ME14 1XQ"),
        FINDER_DATA_DIR=str(example_data),
    )

    assert list(answer) == ["total", "query", "messages", "results"]
    assert answer["query"] == {"q": ["swimming"], "near": ["ME14 1XQ"]}
    assert answer["messages"][0] == "place:found"
    assert answer["total"] == len(answer["results"]) >= 3
    for result in answer["results"]:
        assert list(result) == [
            *("id", "name", "provider", "council", "interests", "lots", "days", "parts"),
            *("modes", "needs", "support", "places", "miles", "score", "why"),
        ]
        assert all(isinstance(result[name], str) for name in ("id", "name", "provider"))
        assert all(isinstance(each, str) for name in TEXTS for each in result[name])
        assert all(list(place) == ["town", "postcode"] for place in result["places"])
        assert all(isinstance(text, str) for place in result["places"] for text in place.values())
        assert isinstance(result["miles"], float)
        assert isinstance(result["score"], float)
        assert result["council"] == "kent"
        assert "swimming" in result["interests"]
    miles = [result["miles"] for result in answer["results"]]
    assert miles[0] == min(miles) < 5


def test_each_result_can_be_explained(built: Run) -> None:
    lines = lines_of(built("search", "cooking quiz", *HERE, "--near", "ME14 1XQ", "--explain"))
    answer = json_of(built, "cooking quiz", *HERE, "--near", "ME14 1XQ", "--explain")

    first = answer["results"][0]
    why = first["explanation"]
    assert list(why) == ["reasons", "nearness", "freshness", "match"]
    assert list(why["reasons"]) == ["cook", "quiz"]
    scores = [each["score"] for reasons in why["reasons"].values() for each in reasons]
    assert sum(scores) == pytest.approx(first["score"], abs=1e-4)
    assert why["match"] == pytest.approx(
        first["score"] * why["nearness"] * why["freshness"], abs=1e-4
    )
    found = next(line for line in lines if "cook: " in line)
    assert re.match(r" +cook: “cook” in name [0-9.]+; .*filed under cooking [0-9.]+$", found)
    assert any(line.endswith("quiz: not found") for line in lines)
    assert any(
        re.match(r" +match [0-9.]+, with nearness [0-9.]+ and freshness [0-9.]+$", line)
        for line in lines
    )
    assert "explanation" not in json_of(built, "cooking quiz", *HERE)["results"][0]


def test_a_place_and_a_typo_in_the_words_are_said(built: Run) -> None:
    answer = json_of(built, "coking ME14 1XQ", *HERE)

    assert answer["query"] == {"q": ["cooking"], "near": ["ME14 1XQ"]}
    assert answer["messages"] == [
        *("typo:coking=cooking", "place-in-words:ME14 1XQ", "place:found"),
    ]


@pytest.mark.parametrize("most", [1, 3])
def test_no_more_are_printed_than_asked_for(built: Run, most: int) -> None:
    answer = json_of(built, *HERE, "--most", str(most))

    assert (answer["total"], len(answer["results"])) == (4, most)
    assert lines_of(built("search", *HERE, "--most", str(most)))[0] == "4 found. place:nothing"


@pytest.mark.parametrize(
    ("args", "messages"),
    [
        pytest.param([], ["place:nothing"], id="nothing"),
        pytest.param(
            ["zebra"], ["place:nothing", "lost:zebra", "no-words"], id="a word that is nowhere"
        ),
        pytest.param(["cooking zebra"], ["place:nothing", "lost:zebra"], id="one of two"),
        pytest.param(["cooking quiz"], ["place:nothing", "some-words"], id="words that never meet"),
        pytest.param(["--near", "Atlantis"], ["place:not-a-place"], id="no place"),
        pytest.param(["--near", "ZZ1 1ZZ"], ["place:unknown-postcode"], id="no postcode"),
        pytest.param(["--near", "ME14 1ZZ"], ["place:about"], id="about there"),
        pytest.param(
            ["--near", "ME14 1XQ", "--with", "miles=5"],
            ["place:found", "farther"],
            id="something farther away",
        ),
        pytest.param(
            ["--with", "support=1:1"], ["place:nothing", "not-told:3"], id="what is not told"
        ),
        pytest.param(
            ["--with", "colour=red", "--with", "day=someday", "--with", "lot=9z"],
            ["ignored:colour=red", "ignored:day=someday", "ignored:lot=9z", "place:nothing"],
            id="what is not known",
        ),
    ],
)
def test_messages_say_what_a_person_should_know(
    built: Run, args: list[str], messages: list[str]
) -> None:
    assert json_of(built, *args, *HERE)["messages"] == messages


def test_another_build_is_searched_when_the_newest_is_damaged(built: Run, data_dir: Path) -> None:
    lines = lines_of(built("search", *HERE))
    built("build")
    generations = Generations(data_dir / "generations")
    newest = generations.folder / generations.ids()[0]
    flip_a_byte(newest / "exampleshire" / "catalogue.db", 99)

    assert lines_of(built("search", *HERE)) == lines


def test_every_mistake_is_one_line(run: Run, data_dir: Path) -> None:
    nothing_built = error_of(run("search", "cooking", *HERE))
    run("build")
    generations = Generations(data_dir / "generations")
    place = generations.folder / generations.ids()[0]

    assert nothing_built == "Nothing was built yet. Run `finder build`."
    assert error_of(run("search", "cooking", "--council", "kent")) == (
        "There is no council “kent”. Use one of: exampleshire."
    )
    assert error_of(run("search", *HERE, "--with", "monday")) == (
        "“monday” is not NAME=VALUE, such as day=mon."
    )
    flip_a_byte(place / "exampleshire" / "catalogue.db", 99)
    assert error_of(run("search", *HERE)) == (
        f"{place}/exampleshire/catalogue.db is damaged. Build again with `finder build`."
    )
