"""Make the catalogue of one council, as large as one likes, with nobody real in it.

What activities tell, and leave untold, is as mixed as in the example content. Their texts are
drawn word by word, each word as often as in the example content, with invented names between.
"""

from dataclasses import replace
from datetime import date, time, timedelta

from benchmarks.asked import TODAY
from benchmarks.draw import Draw, ranked
from benchmarks.example import Example
from finder.catalogue.contents import Contents
from finder.domain.activity import (
    Activity,
    ActivityId,
    AgeRange,
    Availability,
    NextStep,
    Price,
    Session,
    Transport,
)
from finder.domain.place import Place, PlaceKind, Point
from finder.domain.provider import Award, Contact, Provider, ProviderId
from finder.domain.vocabulary import (
    ActivityKind,
    ActivityStatus,
    Arrangement,
    Day,
    LeadsTo,
    Mode,
    Need,
    Pay,
    PriceUnit,
    ProviderStatus,
    SpaceState,
    Support,
)
from finder.domain.words import Interest

ACTIVITIES_OF_A_PROVIDER = 4
_SHAPES = ("club", "group", "course", "morning", "drop in", "workshop", "afternoon", "day", "team")
_SORTS_OF_PROVIDER = ("Hands", "House", "Trust", "Rooms", "Circle", "Centre", "Friends", "Works")
_SORTS_OF_PLACE = ("Hall", "Centre", "Library", "Rooms", "Church", "Farm", "Barn", "Pool")
_HOURS = (9, 10, 10, 10, 11, 13, 13, 14, 14, 18, 19)
_DAYS = {day: 1.0 if day in (Day.SAT, Day.SUN) else 3.0 for day in Day}
_HOW_MANY_SESSIONS = {0: 4.0, 1: 56.0, 2: 22.0, 3: 10.0, 5: 8.0}
_MODES: dict[tuple[Mode, ...], float] = {
    (Mode.IN_PERSON,): 80, (Mode.AT_HOME,): 6, (Mode.ONLINE,): 6, (Mode.IN_PERSON, Mode.ONLINE): 8,
}  # fmt: skip
_STATUSES = {ActivityStatus.ACTIVE: 97.0, ActivityStatus.PAUSED: 1.0, ActivityStatus.ENDED: 2.0}
# How often a need is told at all, and how often the answer then is yes.
_USUAL_NEED = (0.45, 0.75)
_NEEDS = {
    Need.STEP_FREE: (0.8, 0.85),
    Need.HOIST: (0.4, 0.15),
    Need.CHANGING_PLACES: (0.4, 0.1),
    Need.BSL: (0.3, 0.15),
}
_POUNDS = (2, 3, 4, 5, 5, 6, 8, 10, 12, 15, 20, 28, 34, 45, 60, 85)


def make_contents(example: Example, count: int, seed: int = 3) -> Contents:
    """Return the contents of a council with so many activities, the same for the same seed."""
    maker = _Maker(example, seed)
    providers = [maker.provider(n) for n in range(max(1, count // ACTIVITIES_OF_A_PROVIDER))]
    of = maker.draw.stream(providers, ranked(len(providers), 0.3))
    activities = tuple(maker.activity(number, next(of)) for number in range(count))
    return replace(example.contents, providers=tuple(providers), activities=activities)


class _Maker:
    """Makes providers and activities, each drawn after the one before."""

    def __init__(self, example: Example, seed: int) -> None:
        self.draw = Draw(seed)
        self._council = example.contents.council
        liked = example.contents.interests
        self._interests = self.draw.stream(liked, ranked(len(liked), 0.7))
        self._words = self.draw.stream(tuple(example.words), example.words.values())
        self._towns = self.draw.stream(example.towns, ranked(len(example.towns), 0.8))
        self._days = self.draw.stream(tuple(_DAYS), _DAYS.values())
        self._session_counts = self.draw.stream(
            tuple(_HOW_MANY_SESSIONS), _HOW_MANY_SESSIONS.values()
        )

    def provider(self, number: int) -> Provider:
        word = self.draw.invented_word().title()
        name = f"Example {word} {self.draw.random.choice(_SORTS_OF_PROVIDER)}"
        return Provider(
            provider_id=ProviderId(f"example-{number:05d}"),
            name=name,
            about=(self.sentence(8),),
            status=ProviderStatus.LEFT if self.draw.happens(0.01) else ProviderStatus.ACTIVE,
            contact=Contact(
                who="The club team",
                phone=f"01632 960 {self.draw.random.randrange(1000):03d}",
                email="clubs@example.org",
            ),
            awards=tuple(
                Award(lot=lot.code, arrangement=Arrangement.FRAMEWORK, starts=date(2022, 10, 1))
                for lot in self._council.lots
            ),
            places=tuple(self.place(n) for n in range(self.draw.random.randint(1, 3))),
            checked_on=self.a_day(),
        )

    def place(self, number: int) -> Place:
        """Return a building in a town, at most about two miles from its middle."""
        town = next(self._towns)
        off = [self.draw.random.uniform(-0.02, 0.02) for _ in range(2)]
        return Place(
            place_id=f"place-{number}",
            name=f"The {self.draw.invented_word().title()} "
            f"{self.draw.random.choice(_SORTS_OF_PLACE)}",
            address=f"{self.draw.random.randint(1, 90)} {self.draw.invented_word().title()} Street",
            town=town.name,
            area=self.draw.random.choice(self._council.areas).slug,
            point=Point(town.point.latitude + off[0], town.point.longitude + off[1]),
        )

    def activity(self, number: int, provider: Provider) -> Activity:
        draw = self.draw
        liked = [next(self._interests) for _ in range(draw.random.choice((1, 2, 2, 3)))]
        modes = draw.one_in(_MODES)
        places = self.places(provider, modes)
        thing = draw.random.choice(words_of(liked[0]))
        return Activity(
            activity_id=ActivityId(f"example-{number:06d}"),
            provider_id=provider.provider_id,
            name=f"Example {draw.invented_word()} {thing} {draw.random.choice(_SHAPES)}",
            summary=f"You do {thing} with us. {self.sentence(9)}",
            about=tuple(self.sentence(10) for _ in range(draw.random.randint(2, 5))),
            interests=tuple(dict.fromkeys(interest.slug for interest in liked)),
            kind=draw.told(draw.random.choice(tuple(ActivityKind)), 0.6),
            status=draw.one_in(_STATUSES),
            lots=draw.some_of([lot.code for lot in self._council.lots], 2),
            arrangement=draw.told(draw.random.choice(tuple(Arrangement)), 0.7),
            modes=draw.told(modes, 0.92),
            sessions=tuple(self.session(places) for _ in range(next(self._session_counts))),
            timing_note="Ask for the dates." if draw.happens(0.1) else "",
            places=places,
            prices=self.prices(),
            pay=draw.told(draw.some_of(tuple(Pay), 4), 0.8),
            transport=Transport(offered=draw.told(draw.happens(0.3), 0.5)),
            needs=self.needs(),
            support=draw.told(draw.some_of(tuple(Support), 2), 0.7),
            ages=draw.told(AgeRange(youngest=draw.random.choice((18, 18, 18, 50, 65))), 0.6),
            groups=draw.told(draw.some_of([group.slug for group in self._council.groups], 3), 0.65),
            leads_to=draw.told(
                tuple(NextStep(kind=kind) for kind in draw.some_of(tuple(LeadsTo), 2)), 0.4
            ),
            availability=draw.told(
                Availability(state=draw.random.choice(tuple(SpaceState)), said_on=TODAY), 0.5
            ),
            checked_on=draw.told(self.a_day(), 0.95),
        )

    def sentence(self, length: int) -> str:
        """Return so many words, of which the third now and then is an invented one."""
        words = [next(self._words) for _ in range(length)]
        if self.draw.happens(0.3):
            words[2] = self.draw.invented_word()
        return f"{' '.join(words).capitalize()}."

    def places(self, provider: Provider, modes: tuple[Mode, ...]) -> tuple[Place, ...]:
        if modes == (Mode.ONLINE,):
            return (Place(place_id="online", name="Online", kind=PlaceKind.ONLINE),)
        if self.draw.happens(0.05):
            return ()
        return self.draw.some_of(provider.places, min(2, len(provider.places)))

    def session(self, places: tuple[Place, ...]) -> Session:
        starts = self.draw.random.choice(_HOURS)
        ends = starts + self.draw.random.randint(1, 4)
        is_told = self.draw.happens(0.92)
        return Session(
            day=self.draw.told(next(self._days), 0.92),
            start=time(starts) if is_told else None,
            end=time(ends) if is_told else None,
            place_id=self.draw.random.choice(places).place_id if places else "",
        )

    def prices(self) -> tuple[Price, ...]:
        """Return no price that anybody told, one that is free, or one in pounds."""
        if self.draw.happens(0.25):
            return ()
        pounds = 0 if self.draw.happens(0.2) else self.draw.random.choice(_POUNDS)
        unit = self.draw.random.choice((PriceUnit.SESSION, PriceUnit.SESSION, PriceUnit.DAY))
        return (Price(low_pence=100 * pounds, unit=unit),)

    def needs(self) -> dict[Need, bool]:
        told = {}
        for need in Need:
            chance, yes = _NEEDS.get(need, _USUAL_NEED)
            if self.draw.happens(chance):
                told[need] = self.draw.happens(yes)
        return told

    def a_day(self) -> date:
        """Return a day of the last 15 months."""
        return TODAY - timedelta(days=self.draw.random.randrange(460))


def words_of(interest: Interest) -> tuple[str, ...]:
    """Return the label and the English synonyms of an interest, in small letters."""
    return tuple(
        dict.fromkeys(word.lower() for word in (interest.label, *interest.synonyms.get("en", ())))
    )
