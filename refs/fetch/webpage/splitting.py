"""A byline taken apart into names."""

import re
from collections.abc import Iterator

from refs.fetch.people import DEGREES, OFFICE, PARTICLES, is_organisation, name_of
from refs.model.name import Name
from refs.text import squeeze

_AND = re.compile(
    r"\s*(?:,?\s+(?:and|und|et|og|och|im\s+gespräch\s+mit|in\s+conversation\s+with|with|mit|avec|(?-i:e|y|и))\s+|\s+&\s+|;|\||\s/\s)\s*|\s*[,，、](?!\s*(?:"
    + "|".join(re.escape(each) for each in (*DEGREES, "jr", "sr", "ii", "iii", "iv", "m.d", "ph.d"))
    + r")(?:\.|,|;|\s|$))\s*",
    re.IGNORECASE,
)
BY = re.compile(
    r"^\s*(?:posted\s+in\s.{1,60}?\sby|(?:\w+\s+)?(?:beitrag|artikel|bericht|kommentar|interview)\s+von|(?:(?:posted|written|published|reported|analysis|opinion|commentary|essay|interview|story|words|text|article)\s+)?(?:by|von|par|di|por|door|durch|af|autor(?:in)?|redaktion(?=:)|"
    r"author|auteur|autore|escrito por|(?:geschrieben|verfasst|gespeichert|eingestellt|erstellt|veröffentlicht|gepostet|ein\s+beitrag)\s+von|"
    r"text|作者|文|著者))\b[:：\s]+",
    re.IGNORECASE,
)


# Staff and news service reports
_STAFF = re.compile(r"^(?:the\s+)?staff\b", re.IGNORECASE)
# Projektleiterin der Stiftung, senior reporter, Professor of Law, behind a name
_ROLE = re.compile(
    r"^(?:senior|associate|assistant|staff|chief|special|health|science|medical|contributing)?\s*(?:\w*leiter(?:in)?|reporter(?:in)?|"
    r"correspondent|writer|journalist(?:in)?|professor(?:in)?|director|manager|president|fellow|\w*sprecher(?:in)?|referent(?:in)?|"
    r"columnist|contributor|producer|photographer)\b(?!\s*$)|^(?:[\w-]+\s+)?(?:editor|director|professor)(?:\s.*)?$|^(?:senior|staff|chief|special|contributing)\s+\w+$",
    re.IGNORECASE,
)
# CNN Senior Supreme Court Analyst
_WORK = re.compile(
    r"\b(?:correspondent|reporter|analyst|columnist|anchor|journalist|photographer|producer)s?\b",
    re.IGNORECASE,
)
# (avec Jane Doe)
TOGETHER = re.compile(r"\(((?:avec|with|mit|and|und|et|con)\s[^()]{1,100})\)", re.IGNORECASE)


def split_names(text: str) -> Iterator[Name]:
    """The names in a byline such as ``By Jane Doe and John Roe, MD``."""
    text = _ALIAS.sub("", TOGETHER.sub(r"\1", BY.sub("", squeeze(text))))
    if _STAFF.match(text):
        return
    if (is_organisation(OFFICE.sub(r"\1", text)) and not _AND.search(text)) or re.fullmatch(
        r"[^\s,]+ & [^\s,]+", text
    ):
        yield Name(literal=text)
        return
    if re.fullmatch(r"[^\s,]+, [^\s,]+", text):
        text = " ".join(reversed(text.split(", ")))
    office = False
    for place, part in enumerate(filter(None, _AND.split(text))):
        office = bool(place) and (_is_role(part) or (office and is_organisation(part)))
        if not office and (name := name_of(BY.sub("", part))):
            yield name


def _is_role(part: str) -> bool:
    """Whether a piece behind a name says what somebody is: it begins so, or is a phrase with words in small letters."""
    words = part.split()
    small = [word for word in words if word[0].islower() and word not in PARTICLES]
    return bool(_ROLE.match(part) or _WORK.search(part)) or (len(words) > 5 and bool(small))


# Jane Doe (jdo), John Roe [jr], A Fine Paper (www.example.org)
_ALIAS = re.compile(r"(?<=\w)\s+[(\[](?:\w{1,4}\.?|[\w-]+(?:\.[\w-]+){1,4})[)\]]")
