"""A byline taken apart into names."""

import re
from collections.abc import Iterator

from refs.fetch.people import DEGREES, is_organisation, name_of
from refs.fetch.webpage.body import is_body
from refs.fetch.webpage.office import is_agency, is_place, is_role, without_office
from refs.model.name import Name
from refs.text import squeeze

_SUFFIXES = ("jr", "sr", "ii", "iii", "iv", "m.d", "ph.d", "inc", "llc", "ltd")
_AND = re.compile(
    r"\s*(?:,?\s+(?:and|und|et|og|och|im\s+gespräch\s+mit|in\s+conversation\s+with|with|mit|avec|(?-i:e|y|и))\s+|\s+&\s+|;|\||\s/\s)\s*|\s*[,，、](?!\s*(?:"
    + "|".join(re.escape(each) for each in (*DEGREES, *_SUFFIXES))
    + r")(?:\.|,|;|\s|$))\s*",
    re.IGNORECASE,
)
# By, Posted in News by, Ein Beitrag von, Skrevet av, Автор:
_BY = (
    r"posted\s+in\s.{1,60}?\sby|(?:\w+\s+)?\w*(?:beitrag|artikel|bericht|kommentar|interview)\s+von|"
    r"(?:(?:posted|written|published|reported|created|authored|contributed|submitted|analysis|opinion|commentary|essay|interview|story|words|text|"
    r"article|recipe)\s+)?(?:by|von|par|di|por|door|durch|af|av|redaktion(?=:))|"
    r"autor(?:in|en)?(?:[/:*]?(?:in(?:nen)?|autor))?|author(?:s|\(s\))?|auteurs?|autor[ei]|autores|автор|текст|bởi|oleh|przez|yazan|"
    r"(?:escrito|publicado)\s+por|geschreven\s+door|מאת|بقلم|(?:skrevet|skriven)\s+av|"
    r"(?:geschrieben|verfasst|gespeichert|eingestellt|erstellt|veröffentlicht|gepostet|ein\s+beitrag)\s+von|text|tekst"
)
# 作者：, 文/
_BY_SIGN = r"(?:作者|撰文|取材・文|文|著者|執筆|記者|记者)\s*[:：/／\s]\s*"
BY = re.compile(rf"^\s*(?:(?:{_BY})(?:\b|(?<=\)))[:：\s]+|{_BY_SIGN})", re.IGNORECASE)


# Jane Doe, medically reviewed by John Roe, MD
_HELPERS = re.compile(
    r"(?:^|[\s,;|(–—-]+)(?:and\s+)?(?:(?:medically|clinically|expert|fact)[\s-]+)?(?:reviewed|checked|edited|verified|approved|translated|illustrated)"
    r"\s+by\b(?:(?!\b(?:written|authored)\s+by\b).)*",
    re.IGNORECASE,
)
# Staff and news service reports
_STAFF = re.compile(r"^(?:the\s+)?staff\b", re.IGNORECASE)
# (avec Jane Doe)
TOGETHER = re.compile(r"\(((?:avec|with|mit|and|und|et|con)\s[^()]{1,100})\)", re.IGNORECASE)


def split_names(text: str) -> Iterator[Name]:
    """The names in a byline such as ``By Jane Doe and John Roe, MD``."""
    text = _ALIAS.sub("", TOGETHER.sub(r"\1", BY.sub("", _HELPERS.sub("", squeeze(text)))))
    text = without_office(text)
    if _STAFF.match(text):
        return
    if is_body(text, single=not _AND.search(text)):
        yield Name(literal=text)
        return
    if turned := _turned(text):
        yield from filter(None, map(name_of, turned))
    else:
        yield from _each(text)


# Doe, Jane
_TURNED = re.compile(r"[^\s,;]+, [^\s,;]+")
# Doe, Jane A.; Roe, John
_LISTED = re.compile(r"[^,;]+, [^,;]+(?:\s*;\s*[^,;]+, [^,;]+)+;?")
# Doe, J. A., Roe, J.
_INITIALS = re.compile(r"([^\W\d_][\w'’-]+,\s*(?:[A-Z]\.[\s-]?)+)(?:,\s*(?:and|&)?\s*|\s+(?:and|&)\s+|$)")


def _turned(text: str) -> list[str]:
    """The names of a byline that puts the family name first; nothing where it does not."""
    if _TURNED.fullmatch(text) and not is_agency(text.split(",", maxsplit=1)[0]):
        return [" ".join(reversed(text.split(", ")))]
    if _LISTED.fullmatch(text):
        return [part.strip() for part in text.split(";")]
    found = _INITIALS.findall(text)
    return [part.strip() for part in found] if found and not _INITIALS.sub("", text) else []


def _each(text: str) -> Iterator[Name]:
    """The names in a list without the offices, places and employers that stand behind them."""
    office, whole = False, False
    for place, (comma, part) in enumerate(_pieces(text)):
        office = bool(place) and (
            is_role(part) or (office and is_organisation(part)) or (comma and whole and is_place(part))
        )
        if not office and (name := name_of(BY.sub("", without_office(part)))):
            whole = " " in str(name) or is_agency(str(name))
            yield name


def _pieces(text: str) -> Iterator[tuple[bool, str]]:
    """The pieces between commas, bars and words for "and", and whether a comma stands in front of each."""
    start, comma = 0, False
    for found in _AND.finditer(text):
        if part := text[start : found.start()]:
            yield comma, part
        start, comma = found.end(), found.group().strip() in {",", "，", "|", "/"}
    if part := text[start:]:
        yield comma, part


# Jane Doe (jdo), John Roe [jr], A Fine Paper (www.example.org); Ada Byron (A Fine Kitchen) at the end
_ALIAS = re.compile(
    r"(?<=\w)\s+[(\[](?:\w{1,4}\.?|[\w-]+(?:\.[\w-]+){1,4})[)\]]|(?<=\w)\s+\((?=[^()]*\s)[^()\d]{1,60}\)\s*$"
)
