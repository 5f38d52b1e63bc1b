"""What people ask: some words, at times a place, at times a choice or two."""

from collections.abc import Callable, Sequence

from benchmarks.asked import Question
from benchmarks.catalogue import words_of
from benchmarks.choices import DAY, INTEREST, MODE, NEED, PAY, SUPPORT, Picked
from benchmarks.draw import Draw, ranked
from benchmarks.example import Example
from finder.catalogue.contents import Contents
from finder.domain.vocabulary import DayChoice, Mode, Need, Pay, Support

HOW_MANY = 200
Parts = tuple[str, str]
# How often each kind of text comes, of a hundred.
_TEXTS = {
    "liked": 30, "liked in a town": 14, "liked, and liked": 12, "liked, for whom": 10,
    "words of a text": 12, "provider": 7, "town": 5, "typo": 5, "none": 5,
}  # fmt: skip
_EXTRAS = {"none": 52.0, "place": 14.0, "one": 18.0, "two": 10.0, "place and one": 6.0}
_PICKED = (
    (DAY, tuple(str(day) for day in DayChoice)),
    (NEED, (str(Need.STEP_FREE), str(Need.QUIET), str(Need.ACCESSIBLE_TOILET), str(Need.HOIST))),
    (PAY, (str(Pay.FREE), str(Pay.DIRECT_PAYMENT), str(Pay.COUNCIL))),
    (MODE, (str(Mode.ONLINE), str(Mode.IN_PERSON), str(Mode.AT_HOME))),
    (SUPPORT, tuple(str(support) for support in Support)),
)


def make_rounds(
    example: Example, contents: Contents, rounds: int, *, count: int = HOW_MANY, seed: int = 7
) -> list[list[Question]]:
    """Return rounds of questions.

    Every round has the same words, places and choices, put together differently, so that an
    engine has met each of the words before, and hardly ever the whole question.
    """
    asker = _Asker(example, contents, seed)
    kinds = [asker.kind() for _ in range(count)]
    parts = {kind: [asker.parts(kind) for _ in range(kinds.count(kind))] for kind in set(kinds)}
    extras = [asker.extras() for _ in range(count)]
    made = []
    for _ in range(rounds):
        asker.draw.random.shuffle(extras)
        texts = {kind: iter(asker.joined(each)) for kind, each in sorted(parts.items())}
        made.append(
            [
                Question(text=next(texts[kind]), near=near, picked=picked)
                for kind, (near, picked) in zip(kinds, extras, strict=True)
            ]
        )
    return made


class _Asker:
    """Draws questions, each after the one before."""

    def __init__(self, example: Example, contents: Contents, seed: int) -> None:
        self.draw = Draw(seed)
        self._contents = contents
        words = [word for each in contents.interests for word in words_of(each)]
        self.draw.random.shuffle(words)
        self._liked = self.draw.stream(words, ranked(len(words), 0.6))
        self._towns = self.draw.stream(example.towns, ranked(len(example.towns), 0.8))
        told = [word for word in example.words if len(word) > 3]
        self._told = self.draw.stream(told, ranked(len(told), 0.5))
        self._makers: dict[str, Callable[[], Parts]] = {
            "liked": lambda: (next(self._liked), ""),
            "liked in a town": lambda: (next(self._liked), next(self._towns).name),
            "liked, and liked": lambda: (next(self._liked), next(self._liked)),
            "liked, for whom": lambda: (next(self._liked), f"for {self._whom()}"),
            "words of a text": self._some_told,
            "provider": lambda: (self._provider(), ""),
            "town": lambda: (next(self._towns).name, ""),
            "typo": lambda: (self._slip(next(self._liked)), ""),
            "none": lambda: ("", ""),
        }

    def kind(self) -> str:
        """Return what kind of text somebody types."""
        return self.draw.one_in(_TEXTS)

    def parts(self, kind: str) -> Parts:
        """Return the two parts of a text of a kind; the second may be empty."""
        return self._makers[kind]()

    def joined(self, parts: Sequence[Parts]) -> list[str]:
        """Return texts of these parts, of which the second ones have changed places."""
        seconds = [second for _, second in parts]
        self.draw.random.shuffle(seconds)
        pairs = zip((first for first, _ in parts), seconds, strict=True)
        return [f"{first} {second}".strip() for first, second in pairs]

    def extras(self) -> tuple[str, Picked]:
        """Return a place, or none, and what is picked."""
        kind = self.draw.one_in(_EXTRAS)
        near = next(self._towns).name if "place" in kind else ""
        count = 2 if kind == "two" else int("one" in kind.split())
        return near, {name: (value,) for name, value in self._some_picked(count)}

    def _some_picked(self, count: int) -> list[tuple[str, str]]:
        interests = tuple(interest.slug for interest in self._contents.interests)
        kinds: Sequence[tuple[str, tuple[str, ...]]] = (*_PICKED, (INTEREST, interests))
        chosen = self.draw.random.sample(kinds, count)
        return [(kind, self.draw.random.choice(values)) for kind, values in chosen]

    def _whom(self) -> str:
        return self.draw.random.choice(self._contents.council.groups).label.lower()

    def _some_told(self) -> Parts:
        first = next(self._told)
        others = [next(self._told) for _ in range(self.draw.random.choice((0, 1, 1, 2)))]
        return first, " ".join(others)

    def _provider(self) -> str:
        """Return the two words of a provider's name that tell it from others."""
        name = self.draw.random.choice(self._contents.providers).name
        return " ".join(name.split()[1:3]).lower()

    def _slip(self, word: str) -> str:
        """Return a word with one letter left out, though never the first."""
        place = self.draw.random.randrange(1, len(word))
        return word[:place] + word[place + 1 :]
