"""A page of every type, for the checkers to visit. A new page goes in here.

Where an address has `{look}` or `{edit}`, the secret of the visitor's own list stands in.
"""

from finder.shortlists.tokens import EditToken, look_token_of

PAGE_TYPES = {
    "choose a council": "/",
    "home": "/kent/",
    "question: what": "/kent/find/interest?reason=move",
    "question: where": "/kent/find/place?interest=swimming",
    "question: where, a place that nobody knows": "/kent/find/place?near=nowhere",
    "question: when": "/kent/find/when?interest=swimming&near=ME14+1XQ",
    "question: help": "/kent/find/help?interest=swimming&near=ME14+1XQ&day=sat",
    "results": "/kent/find?interest=friends&near=ME14+1XQ&need=quiet",
    "results: the last page, some not told": "/kent/find?need=hoist&page=9",
    "results: none": "/stockport/find?q=zebra&day=sun&near=SK1+3XE",
    "results: much to take away": (
        "/kent/find?interest=cooking&interest=friends&near=ME14+1XQ&miles=9&day=mon&day=weekend"
        "&need=quiet&support=small-group&lot=1a&arrangement=framework&pay=council&space=spaces"
    ),
    "every choice": "/kent/search?need=hoist&interest=cooking&near=ME14+1XQ&sort=near",
    "every choice: the last page": "/kent/search?sort=checked&page=9",
    "every choice: none": "/stockport/search?q=zebra&day=sun&near=SK1+3XE",
    "table": "/kent/find?view=table&need=hoist&near=ME14+1XQ&sort=cost",
    "table: none": "/stockport/find?view=table&q=zebra&day=sun",
    "activity": "/kent/activities/cooking-together?near=ME14+1XQ&interest=cooking",
    "activity: little told": "/kent/activities/kitchen-certificate",
    "activity: ended": "/milton-keynes/activities/photo-walks",
    "provider": "/wiltshire/providers/example-hare-field-farm",
    "hard words": "/kent/words",
    "help": "/kent/help",
    "help for all councils": "/help",
    "privacy": "/kent/privacy",
    "accessibility": "/kent/accessibility",
    "pictures": "/kent/pictures",
    "accessibility of the whole site": "/accessibility",
    "how I read": "/kent/read",
    "how I read: settings in the address": "/kent/read?theme=dark&size=larger&pics=first&calm=yes",
    "how I read: kept": "/read?saved=1",
    "my list": "/list?council=kent",
    "my list: after taking off": "/list?council=kent&from=kent&removed=cooking-together",
    "my list: after a face": "/list?council=kent&from=kent&said=cooking-together&was=none",
    "delete my list": "/list/delete?council=kent",
    "my lists": "/list/lists?council=kent",
    "picked together": "/list/picked?council=kent",
    "show my list to someone": "/list/share?council=kent",
    "a code": "/list/code?council=kent",
    "a list to look at": "/list/{look}?council=kent",
    "a list to change": "/list/{edit}/edit?council=kent",
    "a list that is gone": "/list/nothing?council=kent",
    "my week": "/list/week?council=kent&have=150",
    "my week: nothing on it": (
        "/list/week?council=kent&go=kent:cooking-together:&go=stockport:monday-shed:"
    ),
    "side by side: pick": "/list/compare?council=kent",
    "side by side": (
        "/list/compare?council=kent&with=kent:cooking-together&with=stockport:monday-shed"
    ),
    "my list to print": "/list/print?council=kent",
    "my list to print, large": "/list/print?council=kent&size=large",
    "one thing to print": "/kent/activities/cooking-together/print",
    "support plan": "/list/plan?council=kent",
    "a break: ask": "/kent/break",
    "a break: times": "/kent/break/times?day=tue&day=thu",
    "a break: travel": "/kent/break/travel?free=tue:1000-1500",
    "a break: none": "/kent/break?free=sun:0300-0500&miles=5&near=Ashford",
    "no dates for a calendar": "/kent/activities/photo-walk.ics",
    "a break: found": "/kent/break?free=tue:1000-1500&free=thu:1300-1700&near=ME14+1XQ",
    "error": "/kent/activities/not-there",
}
# Most people see no others, and they are held in every theme as well.
CORE = ("home", "question: where", "results", "activity", "my list", "my week")
ON_THE_LIST = (("kent", "cooking-together"), ("stockport", "monday-shed"))


def page_types(list_cookie: str) -> dict[str, str]:
    """Return the addresses for a visitor whose cookie of lists has this value."""
    edit = EditToken(list_cookie.partition(".")[0])
    secrets = {"edit": edit, "look": look_token_of(edit)}
    return {name: address.format_map(secrets) for name, address in PAGE_TYPES.items()}
