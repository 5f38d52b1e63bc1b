"""The fixed words of addresses, content files, the command line and JSON.

A value here is spelled the same everywhere. Words that a council chooses for itself (lots, client
groups, areas, outcomes) are content and live in `finder.domain.council`.
"""

from enum import StrEnum


class Day(StrEnum):
    """A day of the week."""

    MON = "mon"
    TUE = "tue"
    WED = "wed"
    THU = "thu"
    FRI = "fri"
    SAT = "sat"
    SUN = "sun"


class DayChoice(StrEnum):
    """What a person can ask for in `day`: one day, or a group of days."""

    MON = "mon"
    TUE = "tue"
    WED = "wed"
    THU = "thu"
    FRI = "fri"
    SAT = "sat"
    SUN = "sun"
    WEEKDAY = "weekday"
    WEEKEND = "weekend"

    @property
    def days(self) -> tuple[Day, ...]:
        """Return the days that this choice stands for."""
        every_day = tuple(Day)
        if self is DayChoice.WEEKDAY:
            return every_day[:5]
        if self is DayChoice.WEEKEND:
            return every_day[5:]
        return (Day(self.value),)


class DayPart(StrEnum):
    """A part of the day: before 12 noon, from then to 5pm, and from 5pm."""

    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"


class Mode(StrEnum):
    """How people take part (F15)."""

    IN_PERSON = "in-person"
    ONLINE = "online"
    AT_HOME = "at-home"


class Need(StrEnum):
    """Something about the building or the helpers that a person may need."""

    STEP_FREE = "step-free"
    HOIST = "hoist"
    CHANGING_PLACES = "changing-places"
    ACCESSIBLE_TOILET = "accessible-toilet"
    QUIET = "quiet"
    HEARING_LOOP = "hearing-loop"
    PARKING = "parking"
    BSL = "bsl"
    MAKATON = "makaton"
    PERSONAL_CARE = "personal-care"
    MEDICATION = "medication"
    EATING = "eating"
    BEHAVIOUR = "behaviour"
    COMPLEX = "complex"


BUILDING_NEEDS = (
    Need.STEP_FREE,
    Need.ACCESSIBLE_TOILET,
    Need.CHANGING_PLACES,
    Need.HOIST,
    Need.QUIET,
    Need.HEARING_LOOP,
    Need.PARKING,
)
HELPER_NEEDS = tuple(need for need in Need if need not in BUILDING_NEEDS)


class Support(StrEnum):
    """How many people share the helpers."""

    ONE_TO_ONE = "1:1"
    SMALL_GROUP = "small-group"
    LARGE_GROUP = "large-group"


class Pay(StrEnum):
    """A way of paying (F20, F30, F42)."""

    COUNCIL = "council"
    DIRECT_PAYMENT = "direct-payment"
    INDIVIDUAL_SERVICE_FUND = "individual-service-fund"
    SELF = "self"
    NHS = "nhs"
    FREE = "free"


class LeadsTo(StrEnum):
    """What people go on to (F8, F37)."""

    QUALIFICATION = "qualification"
    VOLUNTEERING = "volunteering"
    WORK_EXPERIENCE = "work-experience"
    SUPPORTED_EMPLOYMENT = "supported-employment"
    PAID_JOB = "paid-job"


class Sort(StrEnum):
    """The order of results. There is no order that anybody can pay for."""

    BEST = "best"
    NEAR = "near"
    NAME = "name"
    COST = "cost"
    CHECKED = "checked"


class Arrangement(StrEnum):
    """How the council has arranged to buy from a provider (F54)."""

    FRAMEWORK = "framework"
    BLOCK = "block"
    GRANT = "grant"
    NONE = "none"


class FrameworkKind(StrEnum):
    """What sort of list the council keeps, in the law's words."""

    FRAMEWORK = "framework"
    OPEN_FRAMEWORK = "open-framework"
    DYNAMIC_PURCHASING_SYSTEM = "dynamic-purchasing-system"
    DYNAMIC_MARKET = "dynamic-market"
    FLEXIBLE_PURCHASING_SYSTEM = "flexible-purchasing-system"


class LotStatus(StrEnum):
    """Whether providers can still join a lot (F16)."""

    OPEN = "open"
    CLOSED_TO_NEW_PROVIDERS = "closed-to-new-providers"
    ENDED = "ended"


class PriceUnit(StrEnum):
    """What a price is for one of (F20, F27)."""

    HOUR = "hour"
    HALF_DAY = "half-day"
    DAY = "day"
    SESSION = "session"
    WEEK = "week"
    MONTH = "month"
    COURSE = "course"
    ONE_OFF = "one-off"


class Repeats(StrEnum):
    """How often a session comes round."""

    WEEKLY = "weekly"
    FORTNIGHTLY = "fortnightly"
    MONTHLY = "monthly"
    ONCE = "once"


class SpaceState(StrEnum):
    """Whether there is a space (F46)."""

    SPACES = "spaces"
    WAITING_LIST = "waiting-list"
    FULL = "full"


class ActivityKind(StrEnum):
    """What type of thing it is (F32, F34, F39)."""

    CLUB = "club"
    COURSE = "course"
    DROP_IN = "drop-in"
    EVENT = "event"
    DAY_SERVICE = "day-service"
    ONE_TO_ONE = "one-to-one"
    SHARED_LIVES = "shared-lives"
    SHORT_BREAK = "short-break"
    WORK_PLACEMENT = "work-placement"


class ActivityStatus(StrEnum):
    """Whether an activity runs. An ended one keeps its page and is never in a search."""

    ACTIVE = "active"
    PAUSED = "paused"
    ENDED = "ended"


class ProviderKind(StrEnum):
    """What sort of organisation a provider is (F24)."""

    CHARITY = "charity"
    COMMUNITY_INTEREST_COMPANY = "community-interest-company"
    COMMUNITY_GROUP = "community-group"
    COMPANY = "company"
    COLLEGE = "college"
    COUNCIL = "council"
    FAITH_GROUP = "faith-group"
    MICRO_ENTERPRISE = "micro-enterprise"
    SOCIAL_ENTERPRISE = "social-enterprise"


class ProviderStatus(StrEnum):
    """Whether a provider is shown (F18, F47)."""

    ACTIVE = "active"
    PAUSED = "paused"
    LEFT = "left"
