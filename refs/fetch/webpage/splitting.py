"""A byline taken apart into names."""

import re
from collections.abc import Iterator

from refs.fetch.people import DEGREES, is_organisation, name_of
from refs.model.name import Name
from refs.text import squeeze

_AND = re.compile(
    r"\s*(?:,?\s+(?:and|und|et|e|y|with|mit|avec)\s+|\s+&\s+|;|\||\s/\s)\s*|\s*[,，、](?!\s*(?:"
    + "|".join(re.escape(each) for each in (*DEGREES, "jr", "sr", "ii", "iii", "iv", "m.d", "ph.d"))
    + r")(?:\.|,|;|\s|$))\s*",
    re.IGNORECASE,
)
BY = re.compile(
    r"^\s*(?:posted\s+in\s.{1,60}?\sby|(?:\w+\s+)?(?:beitrag|artikel|bericht|kommentar|interview)\s+von|(?:(?:posted|written|published|reported|reviewed|story|words|text|article)\s+)?(?:by|von|par|di|por|door|durch|af|autor(?:in)?|"
    r"author|auteur|autore|escrito por|(?:geschrieben|verfasst|gespeichert|eingestellt|erstellt|veröffentlicht|gepostet|ein\s+beitrag)\s+von|"
    r"text|foto|作者|文|著者))\b[:：\s]+",
    re.IGNORECASE,
)


def split_names(text: str) -> Iterator[Name]:
    """The names in a byline such as ``By Jane Doe and John Roe, MD``."""
    text = BY.sub("", squeeze(text))
    if (is_organisation(text) and not _AND.search(text)) or re.fullmatch(r"[^\s,]+ & [^\s,]+", text):
        yield Name(literal=text)
        return
    if re.fullmatch(r"[^\s,]+, [^\s,]+", text):
        text = " ".join(reversed(text.split(", ")))
    for part in _AND.split(text):
        if part and (name := name_of(BY.sub("", part))):
            yield name
