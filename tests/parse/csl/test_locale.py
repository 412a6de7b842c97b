import pytest

from refs.errors import BadStyle
from refs.parse.csl.locale import chain_locale, locale_chain, parse_locale

LOCALE = """<locale xmlns="http://purl.org/net/xbiblio/csl" xml:lang="xx-XX">
<style-options punctuation-in-quote="true"/>
<terms><term name="and">und</term>
<term name="page" form="short"><single>S.</single><multiple>SS.</multiple></term>
<term name="ordinal">.</term></terms></locale>"""


def test_terms_fall_back_from_form_to_form():
    locale = parse_locale(LOCALE)
    assert locale.term("page", "symbol", plural=True) == "SS."
    assert locale.term("and", "symbol") == "und"
    assert locale.term("nothing") == ""


def test_ordinals_are_replaced_together():
    base = parse_locale(LOCALE.replace('name="ordinal"', 'name="ordinal-01"'))
    assert parse_locale(LOCALE).over(base).find_term("ordinal-01") is None


@pytest.mark.parametrize(
    ("lang", "chain"),
    [("de-AT", ("de-AT", "de-DE", "en-US")), ("el", ("el", "el-GR", "en-US")), ("en-US", ("en-US",))],
)
def test_the_chain_of_a_language(lang, chain):
    assert locale_chain(lang) == chain


def test_an_unknown_language_speaks_english_and_says_so():
    locale = chain_locale("qq", {"en-US": LOCALE}.get)
    assert (locale.lang, locale.found, locale.term("and")) == ("qq", False, "und")


def test_a_style_is_no_locale():
    with pytest.raises(BadStyle, match="not <locale>"):
        parse_locale("<style/>")
