"""The words of the vocabulary as people read them."""

from collections.abc import Mapping
from typing import Any

from finder.domain.shortlist import Face
from finder.domain.vocabulary import (
    ActivityKind,
    Arrangement,
    DayPart,
    LeadsTo,
    Mode,
    Need,
    Pay,
    ProviderKind,
    Sort,
    SpaceState,
    Support,
)
from finder.search.columns import Kind
from finder.web.wording import LazyString, lazy_gettext

# What a table of words below is to one who looks values up in it: each is a text as well.
Words = Mapping[Any, object]

NOT_TOLD = lazy_gettext("Not told us yet. You can ask them.")
# The same in a cell of a table.
NOT_TOLD_SHORT = lazy_gettext("Not told")

FACES: dict[Face, LazyString] = {
    # TRANSLATORS: answers to "Do you want to do this?", under a face; and facts: "Hoist: Yes"
    Face.YES: lazy_gettext("Yes"),
    Face.MAYBE: lazy_gettext("Maybe"),
    Face.NO: lazy_gettext("No"),
}
NEEDS: dict[Need, LazyString] = {
    Need.STEP_FREE: lazy_gettext("No steps"),
    Need.ACCESSIBLE_TOILET: lazy_gettext("Toilet for wheelchair users"),
    Need.CHANGING_PLACES: lazy_gettext("Big toilet with a hoist and a bench"),
    Need.HOIST: lazy_gettext("Hoist"),
    Need.QUIET: lazy_gettext("A quiet room"),
    Need.HEARING_LOOP: lazy_gettext("Hearing loop"),
    Need.PARKING: lazy_gettext("Parking for blue badges"),
    Need.BSL: lazy_gettext("Sign language (BSL)"),
    Need.MAKATON: lazy_gettext("Makaton or symbols"),
    Need.PERSONAL_CARE: lazy_gettext("Help with washing, dressing and the toilet"),
    Need.MEDICATION: lazy_gettext("Help with medicines"),
    Need.EATING: lazy_gettext("Help with eating and drinking"),
    Need.BEHAVIOUR: lazy_gettext("Help when you are upset or angry"),
    Need.COMPLEX: lazy_gettext("People who need a lot of support are welcome"),
}
NEED_PICTURES = {
    Need.STEP_FREE: "wheelchair",
    Need.ACCESSIBLE_TOILET: "toilet",
    Need.CHANGING_PLACES: "changing-places",
    Need.HOIST: "hoist",
    Need.QUIET: "quiet-space",
    Need.HEARING_LOOP: "hearing-loop",
    Need.PARKING: "parking",
}
SUPPORT: dict[Support, LazyString] = {
    Support.ONE_TO_ONE: lazy_gettext("1 helper just for you"),
    Support.SMALL_GROUP: lazy_gettext("A small group"),
    Support.LARGE_GROUP: lazy_gettext("A big group"),
}
SUPPORT_PICTURES = {
    Support.ONE_TO_ONE: "one-to-one",
    Support.SMALL_GROUP: "small-group",
    Support.LARGE_GROUP: "day-centre",
}
PAY: dict[Pay, LazyString] = {
    Pay.COUNCIL: lazy_gettext("The council can pay them for you."),
    Pay.DIRECT_PAYMENT: lazy_gettext("The council can give you money to pay."),
    Pay.INDIVIDUAL_SERVICE_FUND: lazy_gettext("A provider can look after your money with you."),
    Pay.SELF: lazy_gettext("You can pay with your own money."),
    Pay.NHS: lazy_gettext("The NHS can pay."),
    Pay.FREE: lazy_gettext("It is free."),
}
PAY_SHORT: dict[Pay, LazyString] = {
    Pay.COUNCIL: lazy_gettext("Council pays the provider"),
    Pay.DIRECT_PAYMENT: lazy_gettext("Direct payment"),
    Pay.INDIVIDUAL_SERVICE_FUND: lazy_gettext("Individual service fund"),
    Pay.SELF: lazy_gettext("Paying yourself"),
    Pay.NHS: lazy_gettext("NHS health budget"),
    Pay.FREE: lazy_gettext("Free"),
}
MODES: dict[Mode, LazyString] = {
    Mode.IN_PERSON: lazy_gettext("You go there"),
    Mode.ONLINE: lazy_gettext("Online, at home"),
    Mode.AT_HOME: lazy_gettext("They come to your home"),
}
PARTS: dict[DayPart, LazyString] = {
    DayPart.MORNING: lazy_gettext("Morning"),
    DayPart.AFTERNOON: lazy_gettext("Afternoon"),
    DayPart.EVENING: lazy_gettext("Evening"),
}
LEADS_TO: dict[LeadsTo, LazyString] = {
    LeadsTo.QUALIFICATION: lazy_gettext("Get a certificate"),
    LeadsTo.VOLUNTEERING: lazy_gettext("Help other people"),
    LeadsTo.WORK_EXPERIENCE: lazy_gettext("Try a job"),
    LeadsTo.SUPPORTED_EMPLOYMENT: lazy_gettext("Have a job with help"),
    LeadsTo.PAID_JOB: lazy_gettext("Get a paid job"),
}
LEADS_TO_PICTURES = {
    LeadsTo.QUALIFICATION: "college",
    LeadsTo.VOLUNTEERING: "volunteering",
    LeadsTo.WORK_EXPERIENCE: "work",
    LeadsTo.SUPPORTED_EMPLOYMENT: "work",
    LeadsTo.PAID_JOB: "work",
}
# What each kind of choice is called where all of them stand, and in "Ask about: Age, Cost".
CHOICES: dict[Kind, LazyString] = {
    Kind.INTEREST: lazy_gettext("What people like"),
    Kind.LOT: lazy_gettext("Type of support"),
    Kind.DAY: lazy_gettext("Day"),
    Kind.PART: lazy_gettext("Time"),
    # TRANSLATORS: how people take part: they go there, at home, online
    Kind.MODE: lazy_gettext("How"),
    Kind.NEED: lazy_gettext("Help and getting in"),
    Kind.SUPPORT: lazy_gettext("Helpers"),
    Kind.WHO: lazy_gettext("Who it is for"),
    Kind.AGE: lazy_gettext("Age"),
    Kind.PAY: lazy_gettext("Ways to pay"),
    Kind.MAX_COST: lazy_gettext("Cost"),
    Kind.LEADS_TO: lazy_gettext("What people go on to"),
    # TRANSLATORS: how the council has arranged to buy it: from its list, in a block, by a grant
    Kind.ARRANGEMENT: lazy_gettext("Arrangement"),
    # TRANSLATORS: whether there is room for one more person
    Kind.SPACE: lazy_gettext("Space"),
    Kind.NEAR: lazy_gettext("How far they come"),
}
SORTS: dict[Sort, LazyString] = {
    Sort.BEST: lazy_gettext("Best match first"),
    Sort.NEAR: lazy_gettext("Nearest first"),
    Sort.NAME: lazy_gettext("By name, A to Z"),
    Sort.COST: lazy_gettext("Lowest cost first"),
    Sort.CHECKED: lazy_gettext("Newest check first"),
}
ARRANGEMENTS: dict[Arrangement, LazyString] = {
    Arrangement.FRAMEWORK: lazy_gettext("On the council’s list (framework)"),
    Arrangement.BLOCK: lazy_gettext("Block contract with the council"),
    Arrangement.GRANT: lazy_gettext("Grant from the council"),
    Arrangement.NONE: lazy_gettext("Not on the council’s list: open to all"),
}
# The same without the words of buying, for pages that everybody reads (F13).
ARRANGEMENTS_EASY: dict[Arrangement, LazyString] = {
    Arrangement.FRAMEWORK: lazy_gettext("On the council’s list"),
    Arrangement.BLOCK: lazy_gettext("The council pays for all the places"),
    Arrangement.GRANT: lazy_gettext("The council gives them some money"),
    Arrangement.NONE: lazy_gettext("Not on the council’s list"),
}
SPACES: dict[SpaceState, LazyString] = {
    SpaceState.SPACES: lazy_gettext("There is a space"),
    SpaceState.WAITING_LIST: lazy_gettext("You have to wait"),
    SpaceState.FULL: lazy_gettext("It is full now"),
}
KINDS: dict[ActivityKind, LazyString] = {
    ActivityKind.CLUB: lazy_gettext("Club"),
    ActivityKind.COURSE: lazy_gettext("Course"),
    ActivityKind.DROP_IN: lazy_gettext("Drop-in"),
    ActivityKind.EVENT: lazy_gettext("Event"),
    ActivityKind.DAY_SERVICE: lazy_gettext("Day centre"),
    ActivityKind.ONE_TO_ONE: lazy_gettext("One to one"),
    ActivityKind.SHARED_LIVES: lazy_gettext("Shared Lives"),
    ActivityKind.SHORT_BREAK: lazy_gettext("Short break"),
    ActivityKind.WORK_PLACEMENT: lazy_gettext("Work placement"),
}
PROVIDER_KINDS: dict[ProviderKind, LazyString] = {
    ProviderKind.CHARITY: lazy_gettext("A charity"),
    ProviderKind.COMMUNITY_INTEREST_COMPANY: lazy_gettext("A company that works for good causes"),
    ProviderKind.COMMUNITY_GROUP: lazy_gettext("A community group"),
    ProviderKind.COMPANY: lazy_gettext("A company"),
    ProviderKind.COLLEGE: lazy_gettext("A college"),
    ProviderKind.COUNCIL: lazy_gettext("Part of the council"),
    ProviderKind.FAITH_GROUP: lazy_gettext("A faith group"),
    ProviderKind.MICRO_ENTERPRISE: lazy_gettext("A very small business"),
    ProviderKind.SOCIAL_ENTERPRISE: lazy_gettext("A business that helps people"),
}
