"""A small content folder of an invented council, Exampleshire, for tests to change or to break.

As it is written, it has no issue at all. Its postcodes are true ones of Kent, and its places
are the ones that the repository ships.
"""

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Self

SHIPPED_CONTENT = Path(__file__).parents[1] / "content"

BANK_HOLIDAYS = "bank_holidays.toml"
INTERESTS = "interests.toml"
PICTURES = "pictures.toml"
SYNONYMS = "synonyms.toml"
WORDS = "words.toml"
HELP = "pages/help.md"
COUNCIL = "councils/exampleshire/council.toml"
GREEN_DOOR = "councils/exampleshire/providers/example-green-door.toml"
BLUE_BOAT = "councils/exampleshire/providers/example-blue-boat.toml"

_PICTURES_OF = {
    "cooking": "openmoji/1F9D1-200D-1F373.svg",
    "door": "openmoji/1F6AA.svg",
    "friends": "openmoji/1FAC2.svg",
    "fun": "openmoji/1F389.svg",
    "games": "openmoji/1F3B2.svg",
    "music": "openmoji/1F3B8.svg",
    "swimming": "openmoji/1F3CA.svg",
    "tree": "openmoji/1F333.svg",
}
_INTERESTS_TEXT = """\
[[reasons]]
slug = "fun"
label = "I want to have fun"
heading = "Have fun"
picture = "fun"

[[reasons]]
slug = "move"
label = "I want to go out and move"
heading = "Get moving"
picture = "tree"

[[interests]]
slug = "cooking"
label = "Cooking and baking"
line = "I like making food."
hint = "Cook, bake, shop for food"
group = "fun"
picture = "cooking"
[interests.synonyms]
en = ["cook", "kitchen"]
pl = ["gotowanie"]

[[interests]]
slug = "friends"
label = "Meeting friends"
line = "I like being with people."
group = "fun"
picture = "friends"

[[interests]]
slug = "games"
label = "Games and quizzes"
line = "I like playing games."
group = "fun"
picture = "games"

[[interests]]
slug = "music"
label = "Music"
line = "I like singing and playing."
group = "fun"
picture = "music"

[[interests]]
slug = "swimming"
label = "Swimming"
line = "I like being in the water."
group = "move"
picture = "swimming"
[interests.synonyms]
en = ["swim", "pool"]
"""
_WORDS_TEXT = """\
[[words]]
word = "direct payment"
meaning = "Money that the council gives you. You use it to pay for your own support."
also = ["direct payments"]

[[words]]
word = "carer"
meaning = "Someone who looks after a person in their family, or a friend."
"""
_SYNONYMS_TEXT = """\
[[same]]
words = ["free", "no cost"]

[[same]]
words = ["wheelchair", "step free"]
"""
_BANK_HOLIDAYS_TEXT = """\
[[days]]
date = 2026-12-25
name = "Christmas Day"

[[days]]
date = 2026-12-28
name = "Boxing Day"
instead_of = 2026-12-26
"""
_HELP_TEXT = """\
# Help

You can ask someone to help you.

## How to find things to do

1. Pick a picture.
2. Say where you want to go.
"""
_PRIVACY_TEXT = """\
# Your privacy

We do not ask for your name.
"""
_COUNCIL_TEXT = """\
name = "Exampleshire Council"
site_name = "Things to do in Exampleshire"
place_name = "Exampleshire"
example = true
area_codes = ["E10000016"]

[help]
who = "The Things to do team"
phone = "01632 960 101"
email = "things-to-do@example.org"

[[contacts]]
slug = "assessment"
label = "Ask for help with the cost"
text = "You may be able to get money for support."
contact = { phone = "01632 960 102" }

[framework]
name = "Days Out Framework"
kind = "framework"
starts = 2024-04-01

[[lots]]
code = "1a"
label = "One to one, or small groups"
name = "Everyday Life Activities"

[[lots]]
code = "2"
label = "Learning new skills"
name = "Skills Development"
modes = ["in-person", "online"]

[[lots]]
code = "3"
label = "Short courses"
name = "Innovation and Enablement"
longest_weeks = 12

[[groups]]
slug = "learning-disability"
label = "People with a learning disability"

[[groups]]
slug = "older"
label = "Older people"

[[areas]]
slug = "north"
label = "North"

[[areas]]
slug = "south"
label = "South"

[[start_places]]
slug = "maidstone"
label = "Maidstone"
hint = "The town on the river"
picture = "door"

[[start_places]]
slug = "ashford"
label = "Ashford"
picture = "tree"

[[outcomes]]
slug = "community"
label = "Making use of the community"

[[terms]]
first = 2026-09-01
last = 2026-10-23

[[terms]]
first = 2026-11-02
last = 2026-12-18

[[age_bands]]
label = "Everyone from 18"
from = 18

[statement]
prepared_on = 2026-11-01
tested_by = "The makers of the site"
contact = { phone = "01632 960 101" }
"""
_GREEN_DOOR_TEXT = """\
name = "Example Green Door"
about = ["We cook, and we play games."]
kind = "charity"
checked_on = 2026-11-03

[contact]
who = "The club team"
phone = "01632 960 200"
email = "green-door@example.org"

[[awards]]
lot = "1a"
arrangement = "framework"
starts = 2024-04-01

[[awards]]
lot = "3"
arrangement = "framework"
starts = 2024-04-01

[[places]]
id = "hall"
name = "The Green Hall"
address = "2 Example Street"
town = "Maidstone"
postcode = "ME14 1XQ"
area = "north"
directions = ["Go in at the green door."]

[[activities]]
id = "cooking-together"
name = "Cooking Together (example)"
summary = "You cook lunch, and you eat it together."
about = ["You pick what to cook.", "There is music."]
kind = "club"
interests = ["cooking", "friends"]
lots = ["1a"]
pay = ["council", "self"]
support = ["small-group"]
ages = { from = 18 }
groups = ["learning-disability"]
goes_on_to = ["tea-and-quiz"]
checked_on = 2026-11-03

[[activities.sessions]]
day = "tue"
start = "10am"
end = "12.30pm"
place = "hall"

[[activities.prices]]
amount = 10
unit = "session"
includes = "Lunch is in the price."

[activities.access]
step-free = true
hoist = false

[activities.space]
state = "spaces"
said_on = 2026-11-03

[[activities]]
id = "tea-and-quiz"
name = "Tea and Quiz (example)"
summary = "You have tea, and you do a quiz in a team."
interests = ["games"]
lots = ["3"]
length_weeks = 10
checked_on = 2025-02-01

[[activities.sessions]]
day = "sat"
start = "6pm"
end = "8pm"
place = "hall"
"""
_BLUE_BOAT_TEXT = """\
name = "Example Blue Boat"
about = ["We sing, and we swim."]
checked_on = 2026-11-03

[contact]
phone = "01632 960 201"

[[awards]]
lot = "2"
arrangement = "framework"
starts = 2024-04-01

[[places]]
id = "pool"
name = "The Blue Pool"
town = "Ashford"
postcode = "TN24 8TD"
area = "south"

[[places]]
id = "screen"
name = "Online"
kind = "online"

[[activities]]
id = "sing-at-home"
name = "Sing at Home (example)"
summary = "You sing with others, on a screen."
interests = ["music"]
lots = ["2"]
pay = ["free"]
checked_on = 2026-11-03

[[activities.sessions]]
days = ["mon", "wed"]
start = "2pm"
end = "3pm"
place = "screen"

[[activities.prices]]
free = true

[[activities]]
id = "slow-swim"
name = "Slow Swim (example)"
summary = "You swim as slowly as you like."
interests = ["swimming"]
pay = ["self", "direct-payment"]
checked_on = 2026-11-03

[[activities.sessions]]
day = "fri"
start = "13:00"
end = "14:00"
place = "pool"

[[activities.prices]]
amount = 4.50
"""


@dataclass(frozen=True, slots=True)
class ContentFolder:
    """A content folder on disk. A file is named by its path inside it, such as COUNCIL."""

    path: Path

    @classmethod
    def written_to(cls, path: Path) -> Self:
        """Write the whole folder to a new path."""
        folder = cls(path)
        pictures = "\n".join(
            f'[[pictures]]\nconcept = "{concept}"\nfile = "{file}"\n'
            'author = "A painter"\nlicence = "CC BY-SA 4.0"\nsource = "OpenMoji"\n'
            for concept, file in _PICTURES_OF.items()
        )
        for name, text in {
            BANK_HOLIDAYS: _BANK_HOLIDAYS_TEXT,
            INTERESTS: _INTERESTS_TEXT,
            PICTURES: pictures,
            SYNONYMS: _SYNONYMS_TEXT,
            WORDS: _WORDS_TEXT,
            HELP: _HELP_TEXT,
            "pages/privacy.md": _PRIVACY_TEXT,
            COUNCIL: _COUNCIL_TEXT,
            GREEN_DOOR: _GREEN_DOOR_TEXT,
            BLUE_BOAT: _BLUE_BOAT_TEXT,
        }.items():
            folder.write(name, text)
        (path / "places").symlink_to(SHIPPED_CONTENT / "places", target_is_directory=True)
        return folder

    def text_of(self, name: str) -> str:
        return (self.path / name).read_text(encoding="utf-8")

    def write(self, name: str, content: str | bytes) -> None:
        """Write a file, new or in the place of the old one."""
        file = self.path / name
        assert file.resolve().is_relative_to(self.path.resolve()), "Call copy_places first."
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)

    def copy_places(self) -> None:
        """Put a copy in the place of the link to the places that the repository ships."""
        (self.path / "places").unlink()
        shutil.copytree(SHIPPED_CONTENT / "places", self.path / "places")

    def change(self, name: str, old: str, new: str) -> None:
        """Put new words in the place of old ones, which stand in the file once."""
        text = self.text_of(name)
        assert text.count(old) == 1, f"{name} has {old!r} {text.count(old)} times"
        self.write(name, text.replace(old, new))

    def add(self, name: str, text: str) -> None:
        """Add lines at the end of a file, which is made when there is none."""
        before = self.text_of(name) if (self.path / name).exists() else ""
        self.write(name, before + text)

    def line_of(self, name: str, words: str) -> int:
        """Return the number of the line in which some words stand first."""
        before, found, _ = self.text_of(name).partition(words)
        assert found, f"{name} does not have {words!r}"
        return before.count("\n") + 1
