"""What stands behind a name in a byline and is no name: what somebody is, where they work, where they wrote."""

import re

from refs.fetch.people import DEGREES, PARTICLES, is_organisation
from refs.text import fold

# Projektleiterin der Stiftung, senior reporter, Professor of Law, behind a name
_ROLE = re.compile(
    r"^(?:senior|associate|assistant|staff|chief|special|health|science|medical|contributing)?\s*(?:\w*leiter(?:in)?|reporter(?:in)?|"
    r"correspondent|writer|journalist(?:in)?|professor(?:in)?|director|manager|president|fellow|\w*sprecher(?:in)?|referent(?:in)?|"
    r"columnist|contributor|producer|photographer)\b(?!\s*$)|^(?:[\w-]+\s+)?(?:editor|director|professor)(?:\s.*)?$|^(?:senior|staff|chief|special|contributing)\s+\w+$",
    re.IGNORECASE,
)
# CNN Senior Supreme Court Analyst, AP Auto Writer, CNN Editor-at-large
_WORK = re.compile(
    r"\b(?:correspondent|reporter|analyst|columnist|anchor|journalist|photographer|producer|writer|contributor|blogger|editor-at-large|"
    r"(?:reporter|redakteur|journalist)(?:in)?|журналист|корреспондент)s?\b",
    re.IGNORECASE,
)
# Registered Dietitian, Board-Certified Dermatologist, Nurse Practitioner
_CALLING = re.compile(
    r"^(?:registered|(?:board[\s-])?certified|licensed|clinical|freelance|retired|former)\s|^(?:(?:co-?)?founder|owner|head|dean|chair|author|host|member)\s(?:of|at)\s|"
    r"\b(?:dietiti?an|nutritionist|\w+ologist|psychiatrist|therapist|practitioner|pharmacist|physician|surgeon|p(?:a)?ediatrician|nurse|midwife|"
    r"dentist|trainer|coach|counsell?or|scientists?|researchers?|engineers?|consultant|specialist|expert|(?:co-?)?founder|ceo|officer|attorney|lawyer|economist|historian)$",
    re.IGNORECASE,
)
_AGENCIES = (
    r"(?:the\s+)?(?:associated\s+press|agence\s+france-presse|united\s+press\s+international|press\s+association|reuters|bloomberg(?:\s+news)?|"
    r"(?-i:AP|AFP|UPI|PTI|ANI|IANS|DPA|dpa|APA|EFE|ANSA|CNN|CNBC|BBC|NBC|CBS|NPR|PBS|ESPN))"
)
_AGENCY = re.compile(_AGENCIES, re.IGNORECASE)
# ERIC ROE Associated Press, 김영희 기자, 张三 记者
_BEHIND = re.compile(
    rf"(?<=\w\s\w)(?!(?:nd|t|g|ch)?\s)(\w*)\s+(?:for\s+)?{_AGENCIES.replace('reuters|', '')}$|"
    r"(?<=[\uac00-\ud7af]{2})\s*(?:기자|특파원|객원기자)(?:\s.*)?$|(?<=[\u3400-\u9fff])\s+(?:记者|記者|发布时间|关注|返回).*$",
    re.IGNORECASE,
)
# Associated Press in Valencia
_FROM = re.compile(rf"^({_AGENCIES})\s+in\s.*$", re.IGNORECASE)
# Jane Doe for A Fine Kitchen
_FOR = re.compile(r"^((?:[\w.'’-]+\s+){1,3}[\w.'’-]+)\s+(?:for|via|@)\s+[^,;|]+$")
# 編集委員 in front of a name
_BEFORE = re.compile(r"^(?:編集委員|論説委員|本报记者|本報記者|记者|記者|文[｜|/])\s*(?=\S)")


def is_role(part: str) -> bool:
    """Whether a piece behind a name says what somebody is: it begins so, or is a phrase with words in small letters."""
    words = part.split()
    small = [word for word in words if word[0].islower() and word not in PARTICLES]
    return bool(_ROLE.match(part) or _WORK.search(part) or _CALLING.search(part)) or (
        len(words) > _LONG and bool(small)
    )


_LONG = 5


def is_place(part: str) -> bool:
    """Whether a piece behind a whole name and a comma is a place, an employer or letters of office; agencies sign too.

    >>> is_place("Washington"), is_place("CNN Business"), is_place("CSCS"), is_place("John Roe"), is_place("AFP")
    (True, True, True, False, False)
    """
    words = part.split()
    if _AGENCY.fullmatch(part):
        return False
    if len(words) == 1:
        return part.isascii() or part[0].isupper()
    begins = _AGENCY.match(part)
    return (
        words[0].lower() == "the"
        or (begins is not None and part[begins.end() : begins.end() + 1] == " ")
        or is_organisation(part)
        or fold(words[0]).replace(".", "") in DEGREES
    )


def is_agency(text: str) -> bool:
    """Whether a text is the name of a news agency."""
    return bool(_AGENCY.fullmatch(text))


def without_office(part: str) -> str:
    """A name without the agency, the paper or the word for a reporter behind it, or the office in front of it."""
    part = _FROM.sub(r"\1", _BEHIND.sub(lambda found: found.group(1) or "", _BEFORE.sub("", part)))
    return part if is_organisation(part) else _FOR.sub(r"\1", part)
