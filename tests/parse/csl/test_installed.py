import pytest

from refs.errors import UnknownStyle
from refs.parse.csl.installed import find_style, load_locale, load_style, style_names


def test_a_style_by_name_url_and_file():
    path = find_style("apa")
    for name in ("apa", "http://www.zotero.org/styles/apa", str(path)):
        assert load_style(name).info.id.endswith("/apa")


def test_a_dependent_style_has_a_layout():
    assert load_style("nature-communications").citation.layout.children


def test_an_unknown_style_gets_a_hint():
    with pytest.raises(UnknownStyle, match="Did you mean 'apa'"):
        load_style("apaa")


@pytest.mark.parametrize("name", ["", "../apa", "/etc/passwd", ".csl", "a/b"])
def test_a_path_is_no_name(name):
    with pytest.raises(UnknownStyle):
        load_style(name)


def test_there_are_thousands_of_styles():
    assert len(style_names()) > 10_000


@pytest.mark.parametrize(("lang", "word"), [("de-AT", "und"), ("de", "und"), ("fr_CA", "et"), ("xx", "and")])
def test_a_locale_by_language(lang, word):
    assert load_locale(lang).term("and") == word
