"""CSL locale XML → Locale; and the chain of locales that complete one another."""

from collections.abc import Callable
from dataclasses import replace

from refs.errors import BadStyle
from refs.model.locale import DateFormat, Locale, Term, TermKey
from refs.parse.csl.parts import read_date_part
from refs.parse.csl.tree import Node, parse_tree

DEFAULT = "en-US"
_PRIMARY = dict(
    each.split()
    for each in """af af-ZA;bg bg-BG;ca ca-AD;cs cs-CZ;cy cy-GB;da da-DK;de de-DE;el el-GR;en en-US;es es-ES;et et-EE
    fa fa-IR;fi fi-FI;fr fr-FR;gl gl-ES;he he-IL;hi hi-IN;hr hr-HR;hu hu-HU;hy hy-AM;id id-ID;is is-IS;it it-IT;ja ja-JP
    km km-KH;ko ko-KR;lij lij-IT;lt lt-LT;lv lv-LV;mn mn-MN;ms ms-MY;nb nb-NO;nl nl-NL;nn nn-NO;no nb-NO;pa pa-PK
    pl pl-PL;pt pt-PT;ro ro-RO;ru ru-RU;sk sk-SK;sl sl-SI;sr sr-Cyrl-RS;sv sv-SE;th th-TH;tl tl-PH;tr tr-TR;uk uk-UA
    vi vi-VN;zh zh-CN;bal bal-PK;brh brh-PK""".replace("\n", ";").split(";")
)
"""The main dialect of each language."""
_LANG = "xml:lang"


def parse_locale(xml: str | bytes) -> Locale:
    """The locale of a locales-xx-XX.xml text."""
    root = parse_tree(xml, "locale")
    if root.tag != "locale":
        raise BadStyle("locale", f"the root is <{root.tag}>, not <locale>", root.line, root.column)
    return read_locale(root)


def read_locale(node: Node) -> Locale:
    """The locale of its element: style-options? date* terms?."""
    terms: dict[TermKey, Term] = {}
    for group in node.all("terms"):
        for each in group.all("term"):
            key, term = _read_term(each)
            terms[key] = term
    dates = {each.get("form"): _read_date(each) for each in node.all("date")}
    options = node.find("style-options")
    return Locale(
        lang=node.get(_LANG) or None,
        terms=terms,
        dates=dates,
        limit_day_ordinals_to_day_1=_flag(options, "limit-day-ordinals-to-day-1"),
        punctuation_in_quote=_flag(options, "punctuation-in-quote"),
    )


def _read_term(node: Node) -> tuple[TermKey, Term]:
    single, multiple = node.find("single"), node.find("multiple")
    one = single.text if single is not None else node.text
    many = multiple.text if multiple is not None else one
    key = (node.get("name"), node.get("form", "long"), node.get("gender-form"))
    if single is None:
        one = many = node.text if node.text.strip() or not node.text else ""
    return key, Term(one, many, node.get("gender") or None, node.get("match") or None)


def _read_date(node: Node) -> DateFormat:
    return DateFormat(tuple(read_date_part(each) for each in node.all("date-part")), node.get("delimiter"))


def _flag(node: Node | None, name: str) -> bool | None:
    if node is None or name not in node.attributes:
        return None
    return node.attributes[name] == "true"


def locale_chain(lang: str) -> tuple[str, ...]:
    """The locales that complete one another for a language, the most special first.

    >>> locale_chain("de-AT")
    ('de-AT', 'de-DE', 'en-US')
    """
    primary = _PRIMARY.get(lang.partition("-")[0])
    return tuple(dict.fromkeys(each for each in (lang, primary, DEFAULT) if each))


def chain_locale(lang: str, find: Callable[[str], str | bytes | None]) -> Locale:
    """The locale of a language completed along its chain; `find` hands out the XML of one language."""
    texts = [text for each in locale_chain(lang) if (text := find(each)) is not None]
    locale = Locale(lang=DEFAULT)
    for text in reversed(texts):
        near = parse_locale(text)
        if locale.terms and (locale.lang or "").startswith("en") and not lang.startswith("en"):
            locale = _without_named(locale, near)
        locale = near.over(locale)
    found = find(lang) is not None or find(_PRIMARY.get(lang.partition("-")[0], "")) is not None
    return replace(locale, lang=lang, found=found)


def _without_named(locale: Locale, near: Locale) -> Locale:
    """The locale without the terms that another language names, in whatever form: its own words go first."""
    named = {name for name, _, _ in near.terms}
    return replace(locale, terms={key: term for key, term in locale.terms.items() if key[0] not in named})
