from finder.domain.issue import Issue, Severity
from finder.readability.finding import LONGEST_EXCERPT, Finding, make_excerpt, make_issue

FINDING = Finding(
    code="hard-word",
    message="“utilise” is hard to read.",
    remedy="Say “use”.",
    excerpt="We utilise it.",
    is_error=True,
)


def test_a_finding_becomes_an_issue_of_a_file() -> None:
    assert make_issue(FINDING, file="a.toml", line=3, where="about") == Issue(
        code="hard-word",
        message="“utilise” is hard to read. It says: “We utilise it.”",
        remedy="Say “use”.",
        severity=Severity.ERROR,
        file="a.toml",
        line=3,
        where="about",
    )


def test_a_finding_that_is_only_advice_is_a_warning() -> None:
    assert make_issue(FINDING, is_advice=True).severity is Severity.WARNING


def test_a_short_sentence_is_its_own_excerpt() -> None:
    assert make_excerpt("We  go\nout.") == "We go out."


def test_a_long_sentence_is_cut_between_words_around_the_place() -> None:
    sentence = "one two three four five " * 12

    begin, middle, end = (make_excerpt(sentence.strip(), place) for place in (0, 140, 280))

    assert (begin[:7], begin[-2:]) == ("one two", " …")
    assert (middle[:2], middle[-2:]) == ("… ", " …")
    assert (end[:2], end[-4:]) == ("… ", "five")
    assert all(len(cut) <= LONGEST_EXCERPT + 4 for cut in (begin, middle, end))


def test_one_endless_word_is_cut_all_the_same() -> None:
    assert make_excerpt("a" * 500) == f"{'a' * LONGEST_EXCERPT} …"
    assert make_excerpt("a" * 500, 250).strip("… ") == "a" * LONGEST_EXCERPT
