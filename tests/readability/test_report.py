from finder.readability.report import PageReport, page_report
from finder.readability.rules import check_text

PAGE = "You cook lunch.\nYou utilise the big kitchen with 3 people and then you all eat.\nFree!"


def test_a_page_is_counted() -> None:
    assert page_report(PAGE) == PageReport(
        word_count=17,
        sentence_count=3,
        longest_sentence="You utilise the big kitchen with 3 people and then you all eat.",
        longest_word_count=13,
        mean_words=5.7,
        over_ten_count=1,
        grade=None,
        findings=tuple(check_text(PAGE)),
    )


def test_what_was_found_is_counted() -> None:
    report = page_report(PAGE)

    assert (report.error_count, report.warning_count, report.over_ten_percent) == (1, 1, 33)


def test_an_empty_page_counts_nothing() -> None:
    empty = page_report("")

    assert empty == PageReport(
        word_count=0,
        sentence_count=0,
        longest_sentence="",
        longest_word_count=0,
        mean_words=0.0,
        over_ten_count=0,
        grade=None,
        findings=(),
    )
    assert (empty.error_count, empty.warning_count, empty.over_ten_percent) == (0, 0, 0)


def test_only_sentences_and_no_labels_make_the_grade() -> None:
    sentences = "You come to the big hall. “We all sing.”\n" * 13

    grade = page_report(sentences).grade

    assert grade is not None
    assert page_report(sentences + "Neighbourhood opportunities\n" * 50).grade == grade
    assert page_report("Neighbourhood opportunities\n" * 100).grade is None


def test_allowed_words_and_names_are_passed_on() -> None:
    report = page_report(
        "Wythenshawe has an assessment.",
        allowed=frozenset({"assessment"}),
        names=frozenset({"Wythenshawe"}),
    )

    assert report.findings == ()
