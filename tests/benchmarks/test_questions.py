"""Questions are always the same, and hardly ever asked twice as a whole."""

from collections import Counter

from benchmarks.asked import Asked, Question, from_json, to_json
from benchmarks.questions import make_rounds
from finder.domain.query import SearchQuery
from finder.domain.vocabulary import DayChoice, Need
from tests.benchmarks.small import contents, example, rounds


def words_of(questions: list[Question]) -> Counter[str]:
    return Counter(word for question in questions for word in question.text.split())


def test_the_same_seed_asks_the_same() -> None:
    made = [make_rounds(example(), contents(), 2, count=30) for _ in range(2)]

    assert made[0] == made[1]


def test_every_round_has_the_same_words_places_and_choices() -> None:
    first, second = make_rounds(example(), contents(), 2, count=30)

    assert words_of(first) == words_of(second)
    assert Counter(each.near for each in first) == Counter(each.near for each in second)
    assert sorted(str(each.picked) for each in first) == sorted(str(each.picked) for each in second)


def test_most_questions_of_a_round_were_not_asked_in_the_one_before() -> None:
    first, second = make_rounds(example(), contents(), 2, count=200)
    asked = [str(each.args()) for each in first]

    assert sum(str(each.args()) in asked for each in second) < 80


def test_questions_have_one_to_a_few_words_and_some_have_places_and_choices() -> None:
    questions = [asked.question for asked in rounds()[0]]

    assert {len(question.text.split()) for question in questions} >= {0, 1, 2}
    assert {bool(question.near) for question in questions} == {True, False}
    assert {len(question.picked) for question in questions} == {0, 1, 2}


def test_a_question_is_what_the_site_understands() -> None:
    question = Question(
        text="swim", near="Ashford", picked={"day": ("sat",), "need": ("hoist", "quiet")}
    )

    assert question.query() == SearchQuery(
        text="swim", near="Ashford", days=(DayChoice.SAT,), needs=(Need.HOIST, Need.QUIET)
    )


def test_a_question_comes_through_a_file_as_it_was() -> None:
    asked: list[Asked] = rounds()[0]

    assert from_json(to_json(asked)) == asked
