"""Reading the FINDER_* settings."""

from contextlib import suppress
from dataclasses import FrozenInstanceError, fields
from pathlib import Path
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from psycopg.conninfo import conninfo_to_dict

from finder.settings import PREFIX, Settings, SettingsError, read_settings

EVERY_SETTING = {
    "FINDER_DATA_DIR": "/srv/finder",
    "FINDER_CONTENT_DIR": "/srv/content",
    "FINDER_DATABASE_URL": "postgresql://finder:pass%40word@db.example.org:5432/lists",
    "FINDER_BASE_URL": "https://days.example.org/",
    "FINDER_TRUSTED_PROXIES": "1",
    "FINDER_LIST_DAYS": "30",
    "FINDER_LIST_MOST": "7",
    "FINDER_PAGE_CACHE_MB": "0",
    "FINDER_TEMPLATES_DIR": "/srv/templates",
    "FINDER_TRANSLATIONS_DIR": "/srv/translations",
    "FINDER_TODAY": "2026-11-21",
}


def test_every_setting_is_read() -> None:
    assert read_settings(EVERY_SETTING) == Settings(
        data_dir=Path("/srv/finder"),
        content_dir=Path("/srv/content"),
        database_url="postgresql://finder:pass%40word@db.example.org:5432/lists",
        base_url="https://days.example.org",
        trusted_proxies=1,
        list_days=30,
        list_most=7,
        page_cache_mb=0,
        templates_dir=Path("/srv/templates"),
        translations_dir=Path("/srv/translations"),
        today="2026-11-21",
    )
    assert set(EVERY_SETTING) == {PREFIX + each.name.upper() for each in fields(Settings)}


def test_without_settings_a_trial_on_one_machine_works() -> None:
    settings = read_settings({"PATH": "/bin", "HOME": "/home/someone"})

    assert settings == Settings()
    assert settings.generations_dir == Path(".finder/generations")
    assert settings.shortlists_file == Path(".finder/shortlists.db")
    assert settings.content_dir is None
    assert settings.database_url == ""
    assert settings.page_cache_bytes == 16 * 1024 * 1024
    assert not settings.is_https


def test_the_environment_is_read_unless_another_is_given(monkeypatch: pytest.MonkeyPatch) -> None:
    for variable, text in EVERY_SETTING.items():
        monkeypatch.setenv(variable, text)

    assert read_settings() == read_settings(EVERY_SETTING)


def test_an_empty_setting_is_as_good_as_none() -> None:
    assert read_settings({**dict.fromkeys(EVERY_SETTING, ""), "FINDER_COLOUR": ""}) == Settings()


def test_settings_do_not_change() -> None:
    with pytest.raises(FrozenInstanceError):
        Settings().list_days = 1  # type: ignore[misc]


def test_folders_lie_in_the_data_folder() -> None:
    settings = read_settings({"FINDER_DATA_DIR": "/srv/finder"})

    assert (settings.generations_dir, settings.shortlists_file) == (
        Path("/srv/finder/generations"),
        Path("/srv/finder/shortlists.db"),
    )


@pytest.mark.parametrize(
    ("variable", "message"),
    [
        pytest.param(
            "FINDER_LIST_DAY",
            "There is no setting FINDER_LIST_DAY. Did you mean FINDER_LIST_DAYS?",
            id="a letter less",
        ),
        pytest.param(
            "FINDER_CONTENTDIR",
            "There is no setting FINDER_CONTENTDIR. Did you mean FINDER_CONTENT_DIR?",
            id="a line less",
        ),
        pytest.param("FINDER_X", "There is no setting FINDER_X.", id="nothing like it"),
    ],
)
def test_an_unknown_setting_is_refused(variable: str, message: str) -> None:
    with pytest.raises(SettingsError) as refused:
        read_settings({variable: "1"})

    assert str(refused.value) == message


@pytest.mark.parametrize(
    ("variable", "least", "most"),
    [
        pytest.param("FINDER_TRUSTED_PROXIES", 0, 5, id="proxies"),
        pytest.param("FINDER_LIST_DAYS", 1, 3650, id="days"),
        pytest.param("FINDER_LIST_MOST", 1, 200, id="activities"),
    ],
)
def test_a_number_has_its_limits(variable: str, least: int, most: int) -> None:
    field = variable.removeprefix(PREFIX).lower()
    assert [getattr(read_settings({variable: str(each)}), field) for each in (least, most)] == [
        least,
        most,
    ]

    for text in (str(least - 1), str(most + 1), "many", "1.5", "١", " 1", "1e2", "9" * 5000):
        with pytest.raises(SettingsError) as refused:
            read_settings({variable: text})
        assert str(refused.value) == f"{variable} is “{text}”, not a number from {least} to {most}."


@pytest.mark.parametrize(
    ("text", "address", "is_https"),
    [
        pytest.param("http://127.0.0.1:8000", "http://127.0.0.1:8000", False, id="a trial"),
        pytest.param("https://days.example.org/", "https://days.example.org", True, id="a slash"),
        pytest.param(
            "https://days.example.org:8443", "https://days.example.org:8443", True, id="port"
        ),
        pytest.param("HTTPS://days.example.org", "https://days.example.org", True, id="capitals"),
        pytest.param("https://[2001:db8::1]:80", "https://[2001:db8::1]:80", True, id="numbers"),
    ],
)
def test_the_sites_address_is_kept_without_its_last_slash(
    text: str, address: str, is_https: bool
) -> None:
    settings = read_settings({"FINDER_BASE_URL": text})

    assert (settings.base_url, settings.is_https) == (address, is_https)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("days.example.org", id="no scheme"),
        pytest.param("ftp://days.example.org", id="another scheme"),
        pytest.param("https://", id="no host"),
        pytest.param("https://days.example.org/finder", id="a path"),
        pytest.param("https://days.example.org/?a=1", id="a question"),
        pytest.param("https://days.example.org#top", id="a fragment"),
        pytest.param("https://someone@days.example.org", id="a person"),
        pytest.param("https://days.example.org:port", id="a port that is no number"),
        pytest.param("https://days.example.org:99999", id="a port that cannot be"),
        pytest.param("http://[::1", id="half of a host"),
    ],
)
def test_an_address_that_cannot_be_the_sites_is_refused(text: str) -> None:
    with pytest.raises(SettingsError) as refused:
        read_settings({"FINDER_BASE_URL": text})

    assert str(refused.value) == f"FINDER_BASE_URL is “{text}”. Write it as https://example.org."


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("postgresql:///lists", id="this machine"),
        pytest.param("postgres://finder@db/lists", id="the short name"),
        pytest.param("postgresql://finder:pass%2Fword@[2001:db8::1]:5432/lists", id="numbers"),
        pytest.param(
            "postgresql://finder:p@one:5432,two,[::1]:1/lists?target_session_attrs=read-write",
            id="several servers",
        ),
        pytest.param("postgresql:///lists?host=/run/postgresql&sslmode=disable", id="a socket"),
        pytest.param("postgresql://finder@%2Frun%2Fpostgresql/lists", id="a socket as the host"),
    ],
)
def test_an_address_of_a_database_is_kept_as_it_is(text: str) -> None:
    settings = read_settings({"FINDER_DATABASE_URL": text})

    assert settings.database_url == text
    assert conninfo_to_dict(text)  # PostgreSQL's own library can read it.


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("mysql://finder:s3cret@db/lists", id="another database"),
        pytest.param("finder:s3cret@db/lists", id="no scheme"),
        pytest.param("postgresql:finder:s3cret@db/lists", id="no slashes"),
        pytest.param("POSTGRESQL://finder:s3cret@db/lists", id="capitals, which libpq refuses"),
        pytest.param("postgresql://finder:s3@cret@db/lists", id="an @ in the password"),
        pytest.param("postgresql://finder:s3/cret@db/lists", id="a slash in the password"),
        pytest.param("postgresql://finder:s3?cret@db/lists", id="a question in the password"),
        pytest.param("postgresql://finder:s3#cret@db/lists", id="a hash in the password"),
        pytest.param("postgresql://finder:s3%cret@db/lists", id="a per cent in the password"),
        pytest.param("postgresql://finder:s3 cret@db/lists", id="a space in the password"),
        pytest.param("postgresql://finder:s3cret", id="a password and no server"),
        pytest.param("postgresql://finder:s3cret@db:port/lists", id="a port that is no number"),
        pytest.param("postgresql://db/lists\n", id="a new line"),
    ],
)
def test_an_address_of_no_database_is_refused_and_not_repeated(text: str) -> None:
    with pytest.raises(SettingsError) as refused:
        read_settings({"FINDER_DATABASE_URL": text})

    assert str(refused.value) == (
        "FINDER_DATABASE_URL is not the address of a PostgreSQL database. Write it as "
        "postgresql://name:password@server/database, with %40 for an @ in the password, "
        "%2F for a / and %25 for a %."
    )


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1))
def test_any_password_can_be_written_and_is_not_printed(password: str) -> None:
    text = f"postgresql://finder:{quote(password, safe='')}@db.example.org/lists"

    settings = read_settings({"FINDER_DATABASE_URL": text})

    assert conninfo_to_dict(settings.database_url)["password"] == password
    assert "database_url" not in repr(settings)
    assert "postgresql" not in repr(settings)


@pytest.mark.parametrize("text", ["2026-11-31", "21/11/2026", "tomorrow", "2026", "2026-11-21T12"])
def test_a_day_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(SettingsError) as refused:
        read_settings({"FINDER_TODAY": text})

    assert str(refused.value) == f"FINDER_TODAY is “{text}”. Write a day as 2026-11-21."


@given(st.dictionaries(st.sampled_from(sorted(EVERY_SETTING)), st.text()))
def test_any_text_is_read_or_refused(environment: dict[str, str]) -> None:
    with suppress(SettingsError):
        assert isinstance(read_settings(environment), Settings)
