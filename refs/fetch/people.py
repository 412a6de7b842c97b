"""Names as services send them: people into parts, organisations as one literal."""

import re

from refs.model.name import Name
from refs.text import fold, squeeze

PARTICLES = {
    "van", "von", "der", "den", "de", "del", "della", "di", "da", "dos", "das", "du", "la", "le", "ter", "ten",
    "zu", "zur", "zum", "af", "al", "bin", "ibn", "el", "st.", "vander", "vom", "y",
}  # fmt: skip
_SUFFIXES = {"jr", "jr.", "sr", "sr.", "ii", "iii", "iv", "2nd", "3rd"}
DEGREES = {
    "md", "phd", "ms", "msc", "mph", "rn", "do", "dds", "pharmd", "mba", "ma", "ba", "bs", "bsc", "mbbs", "facp",
    "np", "pa", "pa-c", "psyd", "lcsw", "esq", "jd", "dnp", "aprn", "rd", "rdn", "ld", "cdn", "ccc-slp", "dphil", "edd", "faap", "facog",
    "frcp", "mhs", "med", "dpt", "dvm", "scd", "cpnp", "crnp", "fnp-bc", "fnp", "bsn", "msn", "lpc", "msw", "dr", "prof",
}  # fmt: skip
_ORGANISATION = re.compile(
    r"\b(?:clinics?|hospital|universit(?:y|ies|ät|é|à|at)|universidad|institut(?:e|es|o|ion)?|institutes|foundation|"
    r"society|department|association|cent(?:er|re|ers|res)|committee|agency|administration|organi[sz]ation|council|"
    r"consortium|collaborati(?:on|ve)|initiative|network|ministry|bureau|board|college|academy|federation|commission|"
    r"inc|llc|ltd|gmbh|corp|corporation|company|press|media|news|group|team|staff|editors?|editorial|redaktion|"
    r"working|project|program(?:me)?|task\s+force|investigators|laborator(?:y|ies)|library|museum|services?|"
    r"pharmaceuticals?|laboratoires|union|alliance|partnership|coalition|school|office|reuters|press|agence|"
    r"world\s+health|united\s+nations|government|national|federal|american|european|international|"
    r"stiftung|verein|verband|verlag|gesellschaft|bundesamt|ministerium|fondation|fundación|asociación|fondazione|"
    r"panel|authority|registry|research|labs?|trust|health|medicine|professional|contributors)\b",
    re.IGNORECASE,
)
_LEADING = re.compile(
    r"^(?:dr\.?|prof\.?|professor|mr\.?|mrs\.?|ms\.?|sir|by|(?:chef)?redakteur(?:in)?|autor(?:in)?|reporter(?:in)?|"
    r"dipl\.-\w+\.?)\s+",
    re.IGNORECASE,
)
# Jane Doe Senior Washington Correspondent
OFFICE = re.compile(
    r"(?<=\w\s\w)(\w*)\s+(?:senior|staff|chief|special|deputy|managing|contributing|political|medical|health|science)\s+"
    r"(?:[\w-]+\s+){0,2}(?:correspondent|reporter|writer|editor|columnist|contributor)\b.*$",
    re.IGNORECASE,
)


def person(family: str | None, given: str | None = None, suffix: str | None = None) -> Name | None:
    """The Name of a person in parts; a lone family name that reads as an organisation becomes a literal."""
    family, given, suffix = squeeze(family or ""), squeeze(given or ""), squeeze(suffix or "")
    if not family and not given:
        return None
    if not given and (" " in family and is_organisation(family)):
        return Name(literal=family)
    return Name(family=family or None, given=given or None, suffix=suffix or None)


def organisation(text: str | None) -> Name | None:
    """The Name of an organisation."""
    text = squeeze(text or "")
    return Name(literal=text) if text else None


def is_organisation(text: str) -> bool:
    """Whether a name has a word that only organisations have.

    >>> is_organisation("Cleveland Clinic medical professional"), is_organisation("Ada Lovelace")
    (True, False)
    """
    return bool(_ORGANISATION.search(text))


def name_of(text: str | None, *, may_be_organisation: bool = True) -> Name | None:
    """The Name in one string: ``Family, Given``, ``Given van Family, Jr.`` or an organisation.

    >>> name_of("Ludwig van Beethoven")
    Name(family='Beethoven', given='Ludwig', suffix=None, dropping_particle=None, non_dropping_particle='van', literal=None, comma_suffix=False, static_ordering=False)
    """
    text = OFFICE.sub(r"\1", _LEADING.sub("", squeeze(text or "").strip(" ,;")))
    text = _without_degrees(text)
    if not text:
        return None
    if may_be_organisation and is_organisation(text):
        return Name(literal=text)
    if "," in text:
        return _of_commas(text)
    return _of_words(text.split())


def _without_degrees(text: str) -> str:
    """The name without academic degrees behind it (``Jane Doe, MD, PhD``)."""
    parts = [part.strip() for part in text.split(",")]
    kept = [parts[0], *(part for part in parts[1:] if part and not _is_degree(part))]
    words = ", ".join(kept).split()
    while len(words) > 2 and _is_degree(words[-1]) and words[-1].rstrip(".,").isupper():
        words.pop()
    return " ".join(words).rstrip(",")


def _is_degree(part: str) -> bool:
    """Whether a part is made of degrees, or is one with its subject: ``MPH in Nutrition``."""
    words = [fold(word).replace(".", "") for word in part.split()]
    return all(word in DEGREES for word in words) or (words[0] in DEGREES and words[1] in {"in", "of"})


def _of_commas(text: str) -> Name | None:
    family, *rest = (part.strip() for part in text.split(","))
    if len(rest) == 1 and fold(rest[0]) in _SUFFIXES:
        name = _of_words(family.split())
        return Name(name.family, name.given, rest[0], non_dropping_particle=name.non_dropping_particle)
    suffix = rest.pop() if len(rest) > 1 and fold(rest[-1]) in _SUFFIXES else None
    return Name(family=family or None, given=", ".join(rest) or None, suffix=suffix)


def _of_words(parts: list[str]) -> Name:
    suffix = parts.pop() if len(parts) > 2 and fold(parts[-1]) in _SUFFIXES else None
    if len(parts) == 1:
        return Name(literal=parts[0]) if not suffix else Name(family=parts[0], suffix=suffix)
    start = len(parts) - 1
    while start > 1 and parts[start - 1].lower() in PARTICLES and parts[start - 1][0].islower():
        start -= 1
    return Name(
        family=parts[-1],
        given=" ".join(parts[:start]) or None,
        suffix=suffix,
        non_dropping_particle=" ".join(parts[start:-1]) or None,
    )
