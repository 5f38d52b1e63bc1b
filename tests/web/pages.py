"""The address of a page of every type, with whatever can stand on it."""

from collections.abc import Iterable, Iterator
from dataclasses import fields

from flask import Flask
from flask.testing import FlaskClient

from finder.catalogue.reader import Catalogue
from finder.domain.activity import Activity
from finder.domain.vocabulary import ActivityStatus, Mode, ProviderStatus
from tests.web.site import NOON, site_of

MISSING = "nothing-of-this-name"

OF_A_COUNCIL = (
    "/",
    "/find",
    "/find?page=2",
    "/find?q=swimming&near=nowhere-at-all",
    "/find?q=xyzzy&colour=red&day=someday",
    "/find?near=ZZ1+1ZZ&miles=5",
    "/find?need=hoist&need=quiet&support=1:1&day=weekend&part=evening&max_cost=5&age=99",
    "/find?interest=swimming&interest=cooking&mode=online&sort=near&pay=free&leads_to=paid-job",
    "/find?arrangement=framework&space=full&age=44&max_cost=5&mode=at-home&near=ME14+1XQ",
    "/find?view=table",
    "/find?view=table&q=swimming&near=ME14+1XQ&need=hoist&interest=cooking&sort=near&page=2",
    "/find?view=table&q=xyzzy",
    "/find/interest",
    "/find/interest?reason=nothing&interest=cooking&more=1",
    "/find/place?interest=cooking",
    "/find/place?near=nowhere-at-all",
    "/find/when?interest=cooking&near=online",
    "/find/when?each=1&day=mon",
    "/find/help?q=food&day=weekday&part=evening",
    "/search",
    "/search?interest=cooking&need=quiet&miles=7&max_cost=10.50&near=nowhere-at-all",
    "/search?near=ME14+1XQ&need=hoist&day=mon&day=weekend&arrangement=none&sort=checked&page=2",
    "/search?q=xyzzy&pay=free",
    "/words",
    "/help",
    "/privacy",
    "/accessibility",
    "/pictures",
    "/read",
    "/read?saved=1",
    "/break",
    "/break/times?day=tue&day=thu",
    "/break/place?free=tue:1000-1500",
    "/break/travel?free=tue:1000-1500",
    "/break/help?free=tue:1000-1500",
    "/break?free=sun:0300-0500&miles=5",
    "/break?free=mon:0900-1200&free=sat:1000-1600",
    "/break?free=tue:1000-1500&free=someday:1-2&near=ME14+1XQ&need=hoist",
)
# What stands under a list; the council is added to each.
OF_A_LIST = (
    *("delete?", "lists?", "picked?", "share?", "share?renewed=1&", "code?", "compare?"),
    *("week?", "week?have=150&", "print?", "print?size=large&", "plan?"),
)
OF_THE_SITE = ("/", "/list", "/help", "/privacy", "/accessibility", "/pictures", "/read")


def catalogue_of(app: Flask, council: str) -> Catalogue:
    """Return a council's open catalogue."""
    live = site_of(app).live
    generation = live.take()
    live.give_back(generation)
    return generation.councils[council].catalogue


def addresses_of(app: Flask, council: str) -> list[str]:
    """Return a page of every type, all under one council but those of the whole site."""
    catalogue = catalogue_of(app, council)
    pages = [f"/{council}{page}" for page in OF_A_COUNCIL]
    pages += [f"/{council}/activities/{each.activity_id}" for each in _telling(catalogue)]
    pages += [f"/{council}/providers/{provider_id}" for provider_id in _providers(catalogue)]
    pages += [
        f"/list?council={council}",
        f"/list?council={council}&full=1",
        f"/list?council={council}&deleted=1",
        f"/list?council={council}&removed={first_of(catalogue)}&from={council}",
        f"/list?council={council}&said={first_of(catalogue)}&from={council}&was=yes",
        f"/list?council={council}&kept=1&have=20.50",
        *(f"/list/{page}council={council}" for page in OF_A_LIST),
        f"/{council}/activities/{first_of(catalogue)}/print",
        f"/list/{MISSING}?council={council}",
        f"/{council}/activities/{MISSING}",
        f"/{MISSING}/find",
    ]
    return [*pages, *OF_THE_SITE]


def open_all(client: FlaskClient, addresses: Iterable[str], language: str = "") -> dict[str, str]:
    """Return each page as its markup. The client raises when a page has a fault."""
    opened = {}
    for address in addresses:
        mark = "&" if "?" in address else "?"
        answer = client.get(f"{address}{mark}lang={language}" if language else address)
        assert answer.status_code == (404 if MISSING in address else 200), address
        opened[address] = answer.text
    return opened


def first_of(catalogue: Catalogue) -> str:
    """Return the id of an activity that runs."""
    return next(each.activity_id for each in _running(catalogue))


def fill_list(client: FlaskClient, app: Flask, council: str, most: int) -> None:
    """Put so many activities on the client's own list."""
    for activity in list(_running(catalogue_of(app, council)))[:most]:
        form = {"from": council, "activity": activity.activity_id}
        assert client.post("/list/add", data=form).status_code == 303


def _running(catalogue: Catalogue) -> Iterator[Activity]:
    for each in catalogue.list_all_activities():
        if each.status is ActivityStatus.ACTIVE:
            yield each


def _telling(catalogue: Catalogue) -> list[Activity]:
    """Return few activities that together show all that a page of one can show."""
    months = catalogue.council.stale_months
    every = catalogue.list_all_activities()
    kinds = [
        max(every, key=lambda each: len(str(each))),
        min(every, key=lambda each: len(str(each))),
        *[each for each in every if each.status is not ActivityStatus.ACTIVE],
        *[each for each in every if each.is_stale(NOON.date(), months)][:1],
        *[each for each in every if each.goes_on_to][:1],
        *[each for each in every if any(place.outside for place in each.places)][:1],
        *[each for each in every if len(each.sessions) > 3][:1],
    ]
    for mode in Mode:
        kinds += [each for each in every if each.modes == (mode,)][:1]
    for field in fields(Activity):
        kinds += [each for each in [*kinds, *every] if getattr(each, field.name)][:1]
    return list({each.activity_id: each for each in kinds}.values())


def _providers(catalogue: Catalogue) -> list[str]:
    every = catalogue.providers.values()
    kinds = [
        max(every, key=lambda each: len(str(each))),
        *[each for each in every if each.status is not ProviderStatus.ACTIVE],
        *[each for each in every if not catalogue.list_activities_of(each.provider_id)][:1],
    ]
    return list({each.provider_id: None for each in kinds})
