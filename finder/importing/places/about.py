"""Write the page that lies beside the files of the gazetteer and says what they are."""

from dataclasses import dataclass
from string import Template


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How much the files hold."""

    postcodes: int
    outcodes_in_full: int
    sectors: int
    outcodes: int
    towns: int


_PAGE = Template("""\
# Where places are

`finder places` makes all of this but the two files that people edit. Do not edit this page: it is
made too. How it is used, how exact it is and how to renew it: `docs/places.md`.

| file | what it is | edited by people |
|---|---|---|
| `postcodes.bin` | where $postcodes postcodes are, all those of the $in_full outcodes that \
touch the councils, and the middles of the $sectors sectors of Great Britain | no |
| `outcodes.csv` | the middles of the $outcodes outcodes of Great Britain (WGS 84), and how many \
postcodes each has | no |
| `towns.csv` | $towns towns and villages in the councils and some ten miles around | yes |
| `outcodes-of-councils.toml` | which outcodes touch which council, and around which towns to take \
from GeoNames | yes |

The format of `postcodes.bin` is described in `finder/geo/postcode_table.py`.

## Where it is from

The postcodes are those of $edition, from Code-Point Open (Ordnance Survey). Postcodes that have no
known place are left out. Middles are the means of the postcodes. Grid references were turned into
latitude and longitude with the seven-parameter transformation of Ordnance Survey, which is out by
3 metres at the most.

Rows of `towns.csv` whose source begins with "GeoNames" have their place and population from
GeoNames; the number is the one of the town there. Rows whose source begins with "postcode" were
added by hand and lie where that postcode, sector or outcode is; those with the source "hand" lie
where a person said. Councils, counties, other names and some names were filled in or put right by
hand. Populations that GeoNames does not have are rough, from the number of postcodes around, or 0;
they only put larger places first.

## Licences

Code-Point Open is under the Open Government Licence, version 3.0:

* Contains OS data © Crown copyright and database right $year
* Contains Royal Mail data © Royal Mail copyright and database right $year
* Contains National Statistics data © Crown copyright and database right $year

GeoNames is under the Creative Commons Attribution 4.0 licence:

* Contains town names and places from GeoNames, CC BY 4.0
""")


def write_about(edition: str, counts: Counts) -> str:
    """Return the page for the gazetteer of an edition, such as 2025-08."""
    return _PAGE.substitute(
        edition=edition,
        year=edition[:4],
        postcodes=f"{counts.postcodes:,}",
        in_full=f"{counts.outcodes_in_full:,}",
        sectors=f"{counts.sectors:,}",
        outcodes=f"{counts.outcodes:,}",
        towns=f"{counts.towns:,}",
    )
