"""What the words that the repository ships find: synonyms, fillers, and ten languages."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from datetime import date

import pytest

from finder.catalogue.contents import Contents
from finder.domain.vocabulary import DayChoice, DayPart, LeadsTo, Need, Pay, Support
from finder.geo.gazetteer import Gazetteer
from finder.importing.content import ContentTree, read_content
from finder.search.index import stems_of
from finder.search.words import Idea, Thesaurus
from tests.content_folder import SHIPPED_CONTENT

COUNCILS = ("kent", "milton-keynes", "stockport", "wiltshire")
# The scripts that each language of the site is written in, as Unicode calls them.
SCRIPTS = {
    "en": "LATIN",
    "cy": "LATIN",
    "pl": "LATIN",
    "ro": "LATIN",
    "ur": "ARABIC",
    "ar": "ARABIC",
    "pa": "GURMUKHI",
    "bn": "BENGALI",
    "zh-Hant": "CJK",
    "uk": "CYRILLIC",
}
# Letters that look alike in the two languages and are not, so that a slip would find nothing.
NOT_IN = {"ar": set("یکہےگچپٹڈ"), "ur": set("يكةىه")}
# Single digits and small words leave no stem. They are for whoever reads the words whole.
WITHOUT_STEMS = {"1 to 1", "1-1"}


@pytest.fixture(scope="module")
def tree(gazetteer: Gazetteer) -> ContentTree:
    """Return the shipped content, read once for all the tests of this file."""
    return read_content(SHIPPED_CONTENT, gazetteer, today=date(2026, 11, 21))


@pytest.fixture(params=COUNCILS)
def contents(request: pytest.FixtureRequest, tree: ContentTree) -> Contents:
    """Return the contents of each council in turn."""
    found = {council.slug: council.contents for council in tree.councils}[request.param]
    assert found is not None
    return found


@pytest.fixture
def thesaurus(contents: Contents) -> Thesaurus:
    return Thesaurus(contents.interests, contents.synonyms, contents.fillers)


def _words(contents: Contents) -> Iterator[tuple[str, str, str]]:
    """Return each interest's slug with each of its languages and words."""
    for interest in contents.interests:
        for language, words in interest.synonyms.items():
            for word in words:
                yield interest.slug, language, word


def _choices(ideas: tuple[Idea, ...]) -> set[tuple[str, str]]:
    return {choice for idea in ideas for choice in idea.choices}


def test_each_interest_has_several_words_in_every_language(contents: Contents) -> None:
    few = {
        (interest.slug, language)
        for interest in contents.interests
        for language in SCRIPTS
        if len(set(interest.synonyms.get(language, ()))) < 4
    }

    assert few == set()
    assert {language for _, language, _ in _words(contents)} == set(SCRIPTS)


def test_each_word_is_written_in_the_script_of_its_language(contents: Contents) -> None:
    wrong = [
        (slug, language, word)
        for slug, language, word in _words(contents)
        if NOT_IN.get(language, set()) & set(word)
        or not any(unicodedata.name(each).startswith(SCRIPTS[language]) for each in word)
    ]

    assert wrong == []


def test_no_word_is_of_two_interests(contents: Contents) -> None:
    slugs = defaultdict(set)
    for interest in contents.interests:
        for word in (
            interest.label,
            *(word for words in interest.synonyms.values() for word in words),
        ):
            slugs[tuple(stems_of(word))].add(interest.slug)

    assert {stems: found for stems, found in slugs.items() if len(found) > 1} == {}


def test_each_word_of_an_interest_is_one_idea_and_finds_it(
    contents: Contents, thesaurus: Thesaurus
) -> None:
    lost = []
    for slug, language, word in _words(contents):
        ideas = thesaurus.ideas_in(word)
        if len(ideas) != 1 or slug not in dict(ideas[0].interests):
            lost.append((slug, language, word))

    assert lost == []


def test_each_word_of_a_choice_is_one_idea_and_finds_it(
    contents: Contents, thesaurus: Thesaurus
) -> None:
    lost = []
    for synonym_set in contents.synonyms:
        for word in synonym_set.words:
            ideas = thesaurus.ideas_in(word)
            if word not in WITHOUT_STEMS and (
                len(ideas) != 1 or {synonym_set.choice} - {None} - _choices(ideas)
            ):
                lost.append((synonym_set.choice, word))

    assert lost == []


def test_every_choice_that_people_ask_for_in_words_has_words(contents: Contents) -> None:
    council = contents.council
    asked = {
        "day": set(DayChoice),
        "part": set(DayPart),
        "mode": {"online", "at-home"},
        "need": set(Need),
        "support": set(Support),
        "pay": set(Pay),
        "leads_to": set(LeadsTo),
        "space": {"spaces"},
        "who": {group.slug for group in council.groups},
        "lot": {lot.code for lot in council.lots},
    }
    found = defaultdict(set)
    for synonym_set in contents.synonyms:
        if synonym_set.choice is not None:
            parameter, value = synonym_set.choice
            found[parameter].add(value)

    assert found == {parameter: values for parameter, values in asked.items() if values}


def test_no_filler_means_anything(contents: Contents) -> None:
    meant = {
        *(tuple(stems_of(word)) for _, _, word in _words(contents)),
        *(tuple(stems_of(interest.label)) for interest in contents.interests),
        *(tuple(stems_of(word)) for each in contents.synonyms for word in each.words),
    }
    meant -= {()}

    assert [filler for filler in contents.fillers if tuple(stems_of(filler)) in meant] == []


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Is there something for my mum to do near here on Saturday?", "saturday"),
        ("I am looking for activities for adults with autism", "autism"),
        ("somewhere my son can go swimming", "swimming"),
        ("I would like to find a place where we can do pottery please", "pottery"),
        ("he loves football", "football"),
        ("how do I find things to do in my area that are free", "free"),
        ("help with computers", "computers"),
        ("my daughter wants to meet new people", "meet new people"),
        ("chcę pływać blisko mnie", "pływać"),
        ("hoffwn i ganu", "ganu"),
        ("أريد السباحة بالقرب مني", "السباحة"),
        ("مجھے باغبانی پسند ہے", "باغبانی"),
        ("ਮੈਂ ਸੰਗੀਤ ਚਾਹੁੰਦਾ ਹਾਂ", "ਸੰਗੀਤ"),
        ("আমি গান শেখা চাই", "গান শেখা"),
        ("我想去游泳", "游泳"),
        ("vreau să înot lângă mine", "să înot"),
        ("я хочу малювати", "малювати"),
    ],
)
def test_what_is_left_of_a_question_is_what_it_asks_for(
    thesaurus: Thesaurus, typed: str, meant: str
) -> None:
    ideas = thesaurus.ideas_in(typed)

    assert ideas == thesaurus.ideas_in(meant)
    assert len(ideas) == 1


@pytest.mark.parametrize(
    ("typed", "choices"),
    [
        ("sat", {("day", "sat")}),
        ("w sobotę", {("day", "sat")}),
        ("sunday evening", {("day", "sun"), ("part", "evening")}),
        ("weekends", {("day", "weekend")}),
        ("wheelchair access", {("need", "step-free")}),
        ("changing place toilet", {("need", "changing-places")}),
        ("deaf", {("need", "bsl")}),
        ("1:1", {("support", "1:1")}),
        ("one to one", {("support", "1:1")}),
        ("CHC", {("pay", "nhs")}),
        ("免費", {("pay", "free")}),
        ("step free", {("need", "step-free")}),
        ("free time", set()),
        ("paid job", {("leads_to", "paid-job")}),
        ("come to my house", {("mode", "at-home")}),
    ],
)
def test_a_choice_in_words_is_a_choice(
    tree: ContentTree, typed: str, choices: set[tuple[str, str]]
) -> None:
    contents = next(each.contents for each in tree.councils if each.slug == "milton-keynes")
    assert contents is not None
    thesaurus = Thesaurus(contents.interests, contents.synonyms, contents.fillers)

    assert _choices(thesaurus.ideas_in(typed)) == choices


@pytest.mark.parametrize(
    ("slug", "typed", "choices"),
    [
        ("kent", "LD", {("who", "learning-disability")}),
        ("kent", "everyday life activities", {("lot", "1a"), ("lot", "1b")}),
        ("kent", "deafblind", {("who", "hearing"), ("who", "sight")}),
        ("stockport", "innovation and enablement", {("lot", "3")}),
        ("wiltshire", "ABI", {("who", "brain-injury")}),
        ("milton-keynes", "LD", {("who", "learning-disability")}),
        ("milton-keynes", "ABI", set()),
    ],
)
def test_a_council_s_own_words_stand_for_its_groups_and_lots(
    tree: ContentTree, slug: str, typed: str, choices: set[tuple[str, str]]
) -> None:
    contents = next(each.contents for each in tree.councils if each.slug == slug)
    assert contents is not None
    thesaurus = Thesaurus(contents.interests, contents.synonyms, contents.fillers)

    assert _choices(thesaurus.ideas_in(typed)) == choices
