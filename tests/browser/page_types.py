"""A page of every type, for the checkers to visit. A new page goes in here."""

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
    "how I read": "/kent/read",
    "my list": "/list?council=kent",
    "my list: after taking off": "/list?council=kent&from=kent&removed=cooking-together&position=1",
    "delete my list": "/list/delete?council=kent",
    "error": "/kent/activities/not-there",
}
# Most people see no others, and they are held in every theme as well.
CORE = ("home", "question: where", "results", "activity", "my list")
ON_THE_LIST = (("kent", "cooking-together"), ("stockport", "monday-shed"))
