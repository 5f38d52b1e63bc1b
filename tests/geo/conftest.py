"""A small gazetteer with a few true postcodes and towns."""

from pathlib import Path

import pytest

from finder.geo.gazetteer import OUTCODES_FILE, POSTCODES_FILE, TOWNS_FILE, Gazetteer
from finder.geo.grid import GridReference
from finder.geo.postcode_table import pack_table
from finder.geo.postcodes import parse_postcode, parse_sector

POSTCODES = {
    "ME14 1XQ": GridReference(576017, 156294),
    "ME14 2AA": GridReference(576500, 157000),
    "SK1 3XE": GridReference(389561, 389918),
    "MK9 3EJ": GridReference(485085, 239043),
    "BA14 8JN": GridReference(385428, 157571),
}
SECTORS = {
    "BA14 8": GridReference(385400, 157500),
    "ME14 1": GridReference(576000, 156000),
    "MK9 3": GridReference(485000, 239000),
    "NE1 4": GridReference(424600, 564200),
    "SK1 3": GridReference(389500, 389900),
}
OUTCODES = """\
outcode,latitude,longitude,postcodes
BA14,51.32000,-2.20000,1470
ME1,51.37700,0.50700,879
ME14,51.27884,0.54361,1074
MK9,52.04300,-0.76000,256
NE1,54.97245,-1.61149,700
SK1,53.40800,-2.15500,507
"""
TOWNS = """\
name,also,council,county,latitude,longitude,population,source
Hythe,,kent,Kent,51.07150,1.08421,14604,GeoNames 2646316
Leigh,,kent,Kent,51.19702,0.21518,1500,hand
Maidstone,,kent,Kent,51.26667,0.51667,107627,GeoNames 2643179
Royal Tunbridge Wells,Tunbridge Wells;The Wells,kent,Kent,51.13321,0.26256,68910,hand
St Margaret's at Cliffe,St Margaret's Bay,kent,Kent,51.15273,1.37169,3500,hand
Reddish,,stockport,Greater Manchester,53.43828,-2.16079,11500,postcode SK5 6BQ
Stockport,,stockport,Greater Manchester,53.40979,-2.15761,139052,GeoNames 2636882
Leigh,,wiltshire,Wiltshire,51.62600,-1.90500,0,hand
"Church End, Eversholt",,,Central Bedfordshire,51.98333,-0.56667,680,hand
Gillingham,,,Dorset,51.03833,-2.27611,8822,GeoNames 2648658
Gillingham,,,Medway,51.38914,0.54863,101187,GeoNames 2648657
Hythe,,,Hampshire,50.86004,-1.40162,20526,GeoNames 2646317
Poynton,,,Cheshire East,53.35000,-2.11667,14351,hand
"""


@pytest.fixture
def places_folder(tmp_path: Path) -> Path:
    """Return a folder with the files of a small gazetteer."""
    (tmp_path / POSTCODES_FILE).write_bytes(
        pack_table(
            edition="2025-08",
            sectors={parse_sector(text): at for text, at in SECTORS.items()},
            postcodes={parse_postcode(text): at for text, at in POSTCODES.items()},
        )
    )
    (tmp_path / OUTCODES_FILE).write_text(OUTCODES, encoding="utf-8")
    (tmp_path / TOWNS_FILE).write_text(TOWNS, encoding="utf-8")
    return tmp_path


@pytest.fixture
def gazetteer(places_folder: Path) -> Gazetteer:
    return Gazetteer.load(places_folder)
