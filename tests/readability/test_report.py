from finder.readability.report import PageReport, page_report


def test_a_page_is_counted() -> None:
    text = "You cook lunch.\nYou utilise the big kitchen with 3 people and then you all eat.\nFree!"

    assert page_report(text) == PageReport(
        word_count=17,
        sentence_count=3,
        longest_sentence="You utilise the big kitchen with 3 people and then you all eat.",
        longest_word_count=13,
        mean_words=5.7,
        over_ten_count=1,
        error_count=1,
        warning_count=1,
    )


def test_an_empty_page_counts_nothing() -> None:
    assert page_report("") == PageReport(
        word_count=0,
        sentence_count=0,
        longest_sentence="",
        longest_word_count=0,
        mean_words=0.0,
        over_ten_count=0,
        error_count=0,
        warning_count=0,
    )


def test_allowed_words_and_names_are_passed_on() -> None:
    report = page_report(
        "Wythenshawe has an assessment.",
        allowed=frozenset({"assessment"}),
        names=frozenset({"Wythenshawe"}),
    )

    assert (report.error_count, report.warning_count) == (0, 0)
