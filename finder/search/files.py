"""Write what a search needs beside the catalogue, and open it again."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import msgspec

from finder.catalogue.contents import Contents
from finder.catalogue.reader import Catalogue
from finder.domain.council import Council
from finder.search.arrays import Arrays
from finder.search.choices import ChoiceTable
from finder.search.columns import Column, Columns, Kind, make_columns
from finder.search.documents import council_labels, document_of
from finder.search.find import Searchable
from finder.search.index import (
    TEXT_FIELDS,
    IndexBrokenError,
    WordIndex,
    build_index,
    surface_words,
)
from finder.search.lexicon import Completions, Lexicon, Suggestion, WordKind
from finder.search.matching import Matcher
from finder.search.scoring import Scorer
from finder.search.understanding import Reader
from finder.search.word_scores import WordScores, index_folder, write_word_scores
from finder.search.words import Thesaurus, english_words_of

_COLUMNS_FILE = "columns.json"
_WORDS_FOLDER = "words"
_ARRAYS_FILE = "arrays.npz"
_LEXICON_FILE = "lexicon.json"
# A word in fewer activities than this is hardly worth offering to somebody who types.
_OFFERED_FROM = 2


class _Stored(msgspec.Struct):
    """Columns as they are written: each set of activities as hexadecimal digits.

    What is looked at as arrays is written as arrays, and left out here.
    Numbers in JSON end, in Python, at 4,300 digits, and a set has a bit for each activity.
    """

    rest: Columns
    live: str
    serves: dict[str, str]
    slots: dict[str, str]
    sure: dict[Kind, dict[str, str]]
    not_told: dict[Kind, dict[str, str]]


def build_search(folder: Path, contents: Contents, *, today: date) -> None:
    """Write the word index and the columns of one council into a new folder."""
    providers = {str(provider.provider_id): provider for provider in contents.providers}
    interests = {interest.slug: interest for interest in contents.interests}
    labels = council_labels(contents.council)
    documents = [
        document_of(activity, providers[activity.provider_id], interests, labels)
        for activity in contents.activities
    ]
    counts: Counter[str] = Counter()
    words = folder / _WORDS_FOLDER
    build_index(index_folder(words), _counted(documents, counts))
    with closing(Scorer(WordIndex(index_folder(words), len(documents)))) as scorer:
        write_word_scores(words, scorer)
    (folder / _LEXICON_FILE).write_bytes(msgspec.json.encode(counts))
    columns = make_columns(contents.activities, providers, today)
    (folder / _COLUMNS_FILE).write_bytes(msgspec.json.encode(_to_stored(columns)))
    Arrays.of(columns).save(folder / _ARRAYS_FILE)


def _counted(
    documents: Iterable[Mapping[str, str]], counts: Counter[str]
) -> Iterator[Mapping[str, str]]:
    """Return the documents, and count in how many of them each word stands on the way."""
    for document in documents:
        counts.update({word for name in TEXT_FIELDS for word in surface_words(document[name])})
        yield document


def open_search(folder: Path, catalogue: Catalogue, towns: Iterable[str] = ()) -> Searchable:
    """Return what `find` needs. Raise `IndexBrokenError` when it is not whole.

    `towns` are the names of the council's towns, which people may type and misspell.
    """
    try:
        written = (folder / _COLUMNS_FILE).read_bytes()
        columns = _from_stored(msgspec.json.decode(written, type=_Stored))
        arrays = Arrays.load(folder / _ARRAYS_FILE)
        counts = msgspec.json.decode((folder / _LEXICON_FILE).read_bytes(), type=dict[str, int])
    except (OSError, ValueError, KeyError) as error:
        raise IndexBrokenError(f"{folder} is not whole: {error}. Build it again.") from error
    if columns.count != catalogue.count_activities():
        raise IndexBrokenError(f"{folder} belongs to another catalogue. Build it again.")
    thesaurus = Thesaurus(catalogue.interests, catalogue.synonyms, catalogue.fillers)
    towns = tuple(dict.fromkeys(towns))
    meant = [word for interest in catalogue.interests for word in english_words_of(interest)]
    meant += [word for synonym_set in catalogue.synonyms for word in synonym_set.words]
    meant += catalogue.fillers
    council = catalogue.council
    reasons = {interest.slug: interest.group for interest in catalogue.interests}
    index = WordScores(folder / _WORDS_FOLDER, columns.count)
    return Searchable(
        council=council,
        reasons=reasons,
        columns=columns,
        arrays=arrays,
        table=ChoiceTable(columns, _values_of(council, reasons)),
        index=index,
        matcher=Matcher(index, columns),
        thesaurus=thesaurus,
        reader=Reader(
            council=council,
            index=index,
            thesaurus=thesaurus,
            lexicon=Lexicon(counts, meant, towns),
        ),
        completions=Completions(_suggestions(catalogue, towns, counts)),
    )


def _values_of(council: Council, reasons: Iterable[str]) -> dict[Kind, Sequence[str]]:
    """Return the values of the kinds of choice in which councils differ."""
    return {
        Kind.INTEREST: list(reasons),
        Kind.LOT: [lot.code for lot in council.lots],
        Kind.WHO: [group.slug for group in council.groups],
        Kind.PAY: [str(way) for way in council.pay],
    }


def _suggestions(
    catalogue: Catalogue, towns: Iterable[str], counts: Mapping[str, int]
) -> list[Suggestion]:
    """Return what can be offered to somebody who types: words that find something here."""
    words = [word for synonym_set in catalogue.synonyms for word in synonym_set.words]
    words += [word for interest in catalogue.interests for word in interest.synonyms.get("en", ())]
    found = [
        word
        for word in dict.fromkeys(words)
        if all(counts.get(each, 0) >= _OFFERED_FROM for each in surface_words(word))
    ]
    return [
        *(Suggestion(WordKind.INTEREST, interest.label) for interest in catalogue.interests),
        *(Suggestion(WordKind.TOWN, town) for town in towns),
        *(Suggestion(WordKind.WORD, word) for word in found),
        *(Suggestion(WordKind.PROVIDER, name) for name in catalogue.provider_names),
    ]


def _to_stored(columns: Columns) -> _Stored:
    return _Stored(
        rest=replace(
            columns,
            live=0,
            slots={},
            kinds={},
            serves={},
            names=(),
            points=(),
            area_points=(),
            cheapest_pence=(),
            ages=(),
            checked_on=(),
        ),
        serves=_in_digits(columns.serves),
        live=f"{columns.live:x}",
        slots=_in_digits(columns.slots),
        sure={kind: _in_digits(column.sure) for kind, column in columns.kinds.items()},
        not_told={kind: _in_digits(column.not_told) for kind, column in columns.kinds.items()},
    )


def _from_stored(stored: _Stored) -> Columns:
    kinds = {
        kind: Column(sure=_in_bits(sure), not_told=_in_bits(stored.not_told[kind]))
        for kind, sure in stored.sure.items()
    }
    return replace(
        stored.rest,
        live=int(stored.live, 16),
        slots=_in_bits(stored.slots),
        kinds=kinds,
        serves=_in_bits(stored.serves),
    )


def _in_digits(sets: Mapping[str, int]) -> dict[str, str]:
    return {value: f"{bits:x}" for value, bits in sets.items()}


def _in_bits(sets: Mapping[str, str]) -> dict[str, int]:
    return {value: int(digits, 16) for value, digits in sets.items()}
