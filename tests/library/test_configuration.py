"""The house's settings beside the library."""

import pytest

from refs.errors import BadConfiguration, BadKeyPattern
from refs.library import Library
from refs.library.checking import settings_of
from refs.library.configuration import Configuration, HostConfiguration, read_configuration
from refs.library.judging import policy_of

HOUSE = """
contact = "editor@clinic.example"
style = "american-medical-association"
keys = "{author}{year}{word}"
stale = "18m"
delay = 1
known_good = ["https://intranet.example/"]
allow = ["intranet.example"]

[hosts."mayoclinic.org"]
stale = "90d"
delay = 2.5
connections = 1

[hosts."archive.example"]
stale = "never"
"""


def test_no_file_means_the_defaults(tmp_path):
    assert read_configuration(tmp_path) == Configuration()


def test_a_file_is_read(tmp_path):
    (tmp_path / "refs.toml").write_text(HOUSE)
    found = read_configuration(tmp_path)
    assert (found.contact, found.style, found.delay) == (
        "editor@clinic.example",
        "american-medical-association",
        1,
    )
    assert found.hosts["mayoclinic.org"] == HostConfiguration("90d", 2.5, 1)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("styel = 'apa'", "no setting is called 'styel'. Did you mean 'style'?"),
        ("known_good = 'x'", "known_good must be a list"),
        ("style = 3", "style must be a text in quotes"),
        ("delay = true", "delay must be a number"),
        ("delay = -1", "delay must be between 0 and 86400"),
        ("hosts.x = 1", "hosts.x must be a table"),
        ("[hosts.'x.org']\nslow = 1", "no setting is called 'hosts.x.org.slow'"),
        ("style = ", "it is no TOML"),
        ("x = " + "[" * 5_000, "it is no TOML"),
    ],
)
def test_a_fault_is_one_sentence(tmp_path, text, said):
    (tmp_path / "refs.toml").write_text(text)
    with pytest.raises(BadConfiguration, match=r"refs\.toml") as caught:
        read_configuration(tmp_path)
    assert said in str(caught.value)


def test_a_pattern_that_is_none_is_refused(tmp_path):
    (tmp_path / "refs.toml").write_text("keys = '{nobody}'")
    with pytest.raises(BadKeyPattern):
        Library.open(tmp_path / "library.db")


def test_a_library_follows_its_house(web, tmp_path):
    (tmp_path / "refs.toml").write_text(HOUSE)
    with Library.open(tmp_path / "library.db", services=web.services) as library:
        (added,) = library.add("NBK556010")
        assert added.key == "basit2023clonazepam"
        assert library.contact == "editor@clinic.example"
        text = library.bibliography().text
        assert text == library.bibliography(style="american-medical-association").text
        assert text != library.bibliography(style="apa").text
        settings, policy = settings_of(library), policy_of(library)
        assert library.fetcher.http._allowed >= {"intranet.example"}
    assert settings.known_good == ("https://intranet.example/",)
    assert settings.allow_private == {"intranet.example"}
    assert (settings.delay, settings.rule("www.mayoclinic.org:443").delay) == (1, 2.5)
    assert settings.rule("mayoclinic.org:443").connections == 1
    pages = ("https://www.mayoclinic.org/x", "https://archive.example/x", "https://who.int/x")
    assert [policy.limit(page) for page in pages] == [90, None, 540]
    with Library.open(tmp_path / "library.db", contact="me@clinic.example", delay=0.0) as library:
        assert (library.contact, settings_of(library).delay) == ("me@clinic.example", 0.0)
