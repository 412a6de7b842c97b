"""Labelled segments and what rules found put together to an item."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from refs.model.date import Date
from refs.model.flaw import Flaw, FlawCode
from refs.model.identifier import find_identifiers
from refs.model.item import Item
from refs.model.name import Name
from refs.parse.reference.clean import Clean
from refs.parse.reference.dates import read_date
from refs.parse.reference.kinds import infer_type
from refs.parse.reference.links import path_identifiers
from refs.parse.reference.names import read_names
from refs.parse.reference.parsed import Parsed
from refs.parse.reference.places import PLACES
from refs.parse.reference.segments import Segment
from refs.parse.reference.tokens import Token
from refs.parse.reference.trim import trim_container, trim_publisher, trim_title

PLACEHOLDER = "reference"
"""The id of an item that has none yet."""

_SURE = 0.99
_UNSURE = 0.5
_DIRECT = {
    "doi": "DOI",
    "pmid": "PMID",
    "pmcid": "PMCID",
    "isbn": "ISBN",
    "issn": "ISSN",
    "accessed": "accessed",
    "epub": "available_date",
    "edition": "edition",
    "medium": "medium",
    "updated": "_updated",
}
# Professional, C. C. M.: what tools make of "Cleveland Clinic medical professional"
_PROFESSIONAL = re.compile(r"Professional,? C\.? ?C\.? ?M\.?", re.IGNORECASE)
# Research, C. for D. E. and: what they make of "Center for Drug Evaluation and Research"
_TURNED = re.compile(
    r"(?P<family>[A-Z][a-z]+), (?P<given>(?:[A-Z]\. ?)+(?:of|for|on) (?:(?:the|[A-Z]\.|and) ?)+)\.?"
)


class Assembly:
    """The fields of one reference, growing."""

    def __init__(self, clean: Clean) -> None:
        self.clean = clean
        self.text = clean.text
        self.values: dict[str, Any] = {}
        self.confidence: dict[str, float] = {}
        self.flaws: list[Flaw] = []
        self.garbled: dict[str, Any] = {}
        self.left: list[str] = []

    def put(self, name: str, value: Any, confidence: float = _SURE) -> None:
        """Fill a field that is still empty."""
        if value and name not in self.values:
            self.values[name] = value
            self.confidence[name] = confidence

    def flaw(self, code: FlawCode, message: str, variable: str | None, start: int, end: int) -> None:
        """Tell of something wrong between two places of the plain text."""
        first, last = self.clean.origin(start), self.clean.origin(end)
        self.flaws.append(
            Flaw(code, message, variable=variable, text=self.text[start:end], start=first, end=last)
        )


def assemble(clean: Clean, found: Sequence[Token], segments: Sequence[Segment]) -> Parsed:
    """The item, as far as what rules found and the model labelled gives one."""
    assembly = Assembly(clean)
    for token in found:
        _take_found(assembly, token)
    for segment in _best_first(segments):
        _TAKERS.get(segment.label, _take_rest)(assembly, segment)
    _settle_date(assembly)
    _settle_links(assembly)
    return _parsed(assembly)


def _best_first(segments: Sequence[Segment]) -> list[Segment]:
    """The segments in order, except that of two titles the quoted or the longer comes first."""
    return sorted(segments, key=_title_rank)


def _title_rank(segment: Segment) -> int:
    if segment.label != "t":
        return 0
    quoted = segment.tokens[0].text[:1] in {"“", '"', "«", "„"}
    return -100_000 if quoted else segment.start - segment.end


def _take_found(assembly: Assembly, token: Token) -> None:
    kind, value = token.kind, token.value
    if kind in _DIRECT:
        assembly.put(_DIRECT[kind], value)
    elif kind == "url":
        _take_url(assembly, str(value))
    elif kind in {"cluster", "pages"} and isinstance(value, Mapping):
        for name, part in value.items():
            assembly.put("_cluster_date" if name == "date" else name, part)
    elif kind == "arxiv":
        assembly.put("number", f"arXiv:{value}")
    elif kind in {"date", "paren-date"}:
        assembly.put("_spare", value, _UNSURE)
    elif kind == "aside":
        assembly.put("editor", read_names(str(value))[0])
        assembly.put("_aside", value=True)
    elif kind == "no-date":
        assembly.put("status", value)
        assembly.put("_no_date", value=True)
    elif kind == "bad-date":
        assembly.garbled["issued"] = str(value).strip("()[] ")
        assembly.flaw(FlawCode.BAD_DATE, f"{value} is no date", "issued", token.start, token.end)


def _take_url(assembly: Assembly, url: str) -> None:
    """The first URL with a path; a bare site name (``www.ebsco.com``) only when there is no other."""
    if "/" in url:
        assembly.put("URL", url)
    else:
        assembly.put("_site", url)


def _take_author(assembly: Assembly, segment: Segment) -> None:
    words = assembly.text[segment.start : segment.end]
    site, _, people = words.partition(". ")  # Sleep Foundation. Suni E., Truong K.
    if people.strip() and " " in site and _is_site(site, str(assembly.values.get("URL", ""))):
        assembly.put("container_title", site, segment.confidence / 2)
        words = people
    garbled = _PROFESSIONAL.search(words) or _TURNED.match(words)
    names, _ = read_names(words)
    if len(names) == 1 and _is_site(words, str(assembly.values.get("URL", ""))):
        names = (Name(literal=trim_publisher(words)),)
    if garbled:
        turned = garbled.groupdict()
        assembly.garbled["author"] = (Name(turned["family"], turned["given"].strip()),) if turned else names
        made = "the name of an organisation" if turned else "“Cleveland Clinic medical professional”"
        message = f"{garbled.group().strip()} is no person: a citation tool made it of {made}"
        start = segment.start + garbled.start()
        assembly.flaw(FlawCode.BAD_NAME, message, "author", start, start + len(garbled.group()))
        return
    assembly.put("editor" if _is_edited(assembly.text, segment) else "author", names, segment.confidence)


# Ries, R. K., & Saitz, R. (Eds.).   Stern TA, Fava M, editors.
_ROLE_INSIDE = re.compile(r"\b(?:[Ee]ds?|[Ee]ditors?|Hrsg|Hg)\b\.?\)?[\s.,]*$")
_ROLE_AFTER = re.compile(r"[\s,]*\(?(?:[Ee]ds?|[Ee]ditors?|Hrsg|Hg)\b\.?\)?[\s.,:(]")


def _is_edited(text: str, segment: Segment) -> bool:
    """Whether the people of a segment are called editors, in it or after it."""
    inside = _ROLE_INSIDE.search(text[max(segment.start, segment.end - 12) : segment.end])
    return bool(inside or _ROLE_AFTER.match(text, segment.end))


def _is_site(words: str, url: str) -> bool:
    """Whether a name is that of the site: ``Beyond Blue`` at www.beyondblue.org.au."""
    name = "".join(each for each in words.lower() if each.isalnum())
    return len(name) > 3 and name in url.lower().partition("//")[2].partition("/")[0].replace(
        "-", ""
    ).replace(".", "")


def _take_editor(assembly: Assembly, segment: Segment) -> None:
    words = re.sub(
        r"^\W*[Ii]n:?\s+|^[Ee]d(?:ited)?\.?\s+by\s+", "", assembly.text[segment.start : segment.end]
    )
    assembly.put("editor", read_names(words)[0], segment.confidence)
    assembly.put("_in", value=True)


def _take_title(assembly: Assembly, segment: Segment) -> None:
    if "title" in assembly.values:
        return _take_rest(assembly, segment)
    title = trim_title(assembly.text[segment.start : segment.end])
    site, _, rest = title.partition(" – ")  # Drugs.com – Clonazepam
    if rest and "author" not in assembly.values and _is_site(site, str(assembly.values.get("URL", ""))):
        assembly.put("container_title", site, segment.confidence / 2)
        title = rest
    return assembly.put("title", title, segment.confidence)


_GENRE = re.compile(
    r"(?:(?:full |highlights of )?prescribing information|package insert|(?:press|news) release|fact sheet|text revision|clinical (?:practice )?guideline|recommandation de bonne pratique)",
    re.IGNORECASE,
)


# Drugs.com. American Society of Health-System Pharmacists   Vox, Vox
_SITE_AND_OWNER = re.compile(
    r"(?P<site>[\w-]{1,60}\.(?:com|org|gov|net))[.,;] (?P<owner>.+)|(?P<name>[^,;]{2,40})[,;] (?P<again>(?P=name))"
)
_NO_NAME = re.compile(r"(?:Version|Edition|Revision|Text [Rr]evision|Web|Print|Online)\.?")


def _take_container(assembly: Assembly, segment: Segment) -> None:
    if "container_title" in assembly.values:
        return _take_rest(assembly, segment)
    words, inside = trim_container(assembly.text[segment.start : segment.end])
    shared = _SITE_AND_OWNER.fullmatch(words)
    if shared:
        words = shared["site"] or shared["name"]
        assembly.put("publisher", shared["owner"] or shared["again"], _UNSURE)
    if _NO_NAME.fullmatch(words):
        return _take_rest(assembly, segment)
    if _GENRE.fullmatch(words):
        return assembly.put("genre", words, segment.confidence)
    if inside:
        assembly.put("_in", value=True)
    return assembly.put("container_title", words, segment.confidence)


# Geneva: WHO   Tours : Presses universitaires
_PLACED = re.compile(r"(?P<place>[^\W\d_a-z][\w.,()'’ -]{2,40}?)(?P<sign>\s?:\s)(?P<publisher>.+)")


def _without_place(assembly: Assembly, words: str) -> str:
    """A publisher without the place before it, which becomes a field."""
    found = _PLACED.fullmatch(words)
    if not found or (found["place"] not in PLACES and found["sign"][0] != " "):
        return words
    assembly.put("publisher_place", found["place"], _UNSURE)
    return found["publisher"]


def _take_publisher(assembly: Assembly, segment: Segment) -> None:
    words = _without_place(assembly, trim_publisher(assembly.text[segment.start : segment.end]))
    if "publisher" in assembly.values or _NO_NAME.fullmatch(words):
        return _take_rest(assembly, segment)
    return assembly.put("publisher", words, segment.confidence)


def _take_place(assembly: Assembly, segment: Segment) -> None:
    assembly.put(
        "publisher_place", trim_publisher(assembly.text[segment.start : segment.end]), segment.confidence
    )


def _take_date(assembly: Assembly, segment: Segment) -> None:
    for token in segment.tokens:
        if isinstance(token.value, Date):
            assembly.put(
                "_updated" if token.kind == "updated" else "_issued", token.value, segment.confidence
            )
    assembly.put("_issued", read_date(assembly.text[segment.start : segment.end]), segment.confidence)


_NUMBER = re.compile(r"[A-Za-z]{0,3}\d[\w./]*(?:\s?[-‐-―−]\s?[A-Za-z]{0,3}\d\w*)?")


_MONTH_OF_YEAR = re.compile(r"(?:0?[1-9]|1[0-2])/\d\d")  # 4/02


def _number_taker(name: str) -> Callable[[Assembly, Segment], None]:
    def take(assembly: Assembly, segment: Segment) -> None:
        found = _NUMBER.search(assembly.text, segment.start, segment.end)
        if found and _MONTH_OF_YEAR.fullmatch(found.group().strip(".")):
            _take_rest(assembly, segment)
        elif found:
            assembly.put(name, found.group().strip("."), segment.confidence)

    return take


_WORDS = re.compile(r"[^\W\d_]{4,}")
_FURNITURE = re.compile(
    r"\W*(?:(?:retrieved|accessed|available|online|from|website|web|blog|author|unknown|published|report|no|and|in|uploaded|by|edited|pages|"
    r"technical|tech|rep|phd|thesis|diss|master['’]?s|doctoral|dissertation|prescribing|information|package|insert|host|video|text|revision|released|on)\b\W*)*\W*$",
    re.IGNORECASE,
)


def _take_rest(assembly: Assembly, segment: Segment) -> None:
    """What is no field: kept for the note, and told when it says something."""
    words = assembly.text[segment.start : segment.end].strip(" .,;:|–-()[]")
    if not words or (any(token.kind for token in segment.tokens) and not _WORDS.search(words)):
        return
    assembly.left.append(words)
    if _WORDS.search(words) and not _FURNITURE.match(words[:200]):
        assembly.flaw(
            FlawCode.UNREAD, f"“{words[:80]}” was not read as any field", "note", segment.start, segment.end
        )


_TAKERS: dict[str, Callable[[Assembly, Segment], None]] = {
    "a": _take_author,
    "e": _take_editor,
    "t": _take_title,
    "c": _take_container,
    "p": _take_publisher,
    "l": _take_place,
    "d": _take_date,
    "v": _number_taker("volume"),
    "i": _number_taker("issue"),
    "g": _number_taker("page"),
}


_YEAR = re.compile(r"\b(?:1[4-9]|20)\d\d\b")


def _settle_date(assembly: Assembly) -> None:
    values = assembly.values
    date = values.get("_cluster_date") or values.get("_issued")
    issued = values.get("_issued")
    if date and issued and len(issued.parts) > len(date.parts) and issued.year == date.year:
        date = issued
    if date is not None:
        assembly.put("issued", date, assembly.confidence.get("_issued", _SURE) if date is issued else _SURE)
    elif not values.get("_no_date"):
        year = _YEAR.search("; ".join(assembly.left))
        assembly.put("issued", values.get("_updated") or values.get("_spare"), _UNSURE)
        assembly.put("issued", read_date(year.group()) if year else None, _UNSURE)


_KNOWN = re.compile(
    r"\b(?:medRxiv|bioRxiv|PsyArXiv|ChemRxiv|Research Square|SSRN|Preprints\.org|StatPearls)\b"
)


def _settle_links(assembly: Assembly) -> None:
    assembly.put("container_title" if "URL" in assembly.values else "URL", assembly.values.get("_site"))
    server = _KNOWN.search(" ".join(assembly.left))
    if server:
        assembly.put("container_title", server.group(), _UNSURE)
    for kind, value in path_identifiers(assembly.values.get("URL") or ""):
        assembly.put(_DIRECT[kind], value)


def _parsed(assembly: Assembly) -> Parsed:
    values = {name: value for name, value in assembly.values.items() if name[0] != "_"}
    confidence = {name: value for name, value in assembly.confidence.items() if name[0] != "_"}
    if not any(name in values for name in ("title", "container_title", "author", "URL", "DOI")):
        values["note"] = assembly.text.strip()
    elif left := [words for words in assembly.left if _WORDS.search(words)]:
        values["note"] = "; ".join(left)
    values["type"] = infer_type(assembly.values | {"_rest": " ".join(assembly.left)})
    values["id"] = PLACEHOLDER
    identifiers = tuple(
        find_identifiers(
            values.get("URL"), DOI=values.get("DOI"), PMID=values.get("PMID"), PMCID=values.get("PMCID")
        )
    )
    if identifiers:
        values["identifiers"] = identifiers
    flaws = tuple(assembly.flaws)
    if not assembly.garbled:
        return Parsed(Item.build(values), flaws, confidence)
    printed = {name: value for name, value in assembly.garbled.items() if name == "author"}
    custom = {"as-printed": {name: _plain(value) for name, value in assembly.garbled.items()}}
    return Parsed(Item.build(values | {"custom": custom}), flaws, confidence, Item.build(values | printed))


def _plain(value: str | tuple[Name, ...]) -> str:
    if isinstance(value, str):
        return value
    return "; ".join(
        f"{name.family}, {name.given}" if name.family and name.given else str(name) for name in value
    )
