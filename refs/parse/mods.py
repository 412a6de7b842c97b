"""MODS, the format of library catalogues → Items (Library of Congress, MODS 3)."""

import re
from typing import Any

from lxml import etree

from refs.model.date import Date
from refs.model.identifier import derive_identifiers
from refs.model.item import Item, ItemType
from refs.model.name import Name
from refs.model.reading import Reading
from refs.parse.dates import read_date
from refs.parse.identity import bare_doi
from refs.parse.people import read_person, without_life
from refs.parse.tree import read_records, text_of

_ROLES = {
    "author": "author",
    "aut": "author",
    "creator": "author",
    "cre": "author",
    "editor": "editor",
    "edt": "editor",
    "translator": "translator",
    "trl": "translator",
    "contributor": "contributor",
    "ctb": "contributor",
    "artist": "author",
    "art": "author",
    "cartographer": "author",
    "ctg": "author",
    "composer": "composer",
    "cmp": "composer",
    "director": "director",
    "drt": "director",
    "illustrator": "illustrator",
    "ill": "illustrator",
    "interviewer": "interviewer",
    "ivr": "interviewer",
    "interviewee": "author",
    "ive": "author",
    "performer": "performer",
    "prf": "performer",
    "producer": "producer",
    "pro": "producer",
    "programmer": "author",
    "prg": "author",
    "inventor": "author",
    "inv": "author",
    "recipient": "recipient",
    "rcp": "recipient",
    "spk": "author",
    "speaker": "author",
    "photographer": "author",
    "pht": "author",
    "sculptor": "author",
    "scl": "author",
    "dissertant": "author",
    "dis": "author",
    "thesis advisor": "contributor",
    "ths": "contributor",
}
"""A role as a word or as a MARC relator, and the name variable."""

_GENRES = (
    ("newspaper", ItemType.ARTICLE_NEWSPAPER),
    ("magazine", ItemType.ARTICLE_MAGAZINE),
    ("journal", ItemType.ARTICLE_JOURNAL),
    ("academic article", ItemType.ARTICLE_JOURNAL),
    ("conference", ItemType.PAPER_CONFERENCE),
    ("proceedings", ItemType.PAPER_CONFERENCE),
    ("thesis", ItemType.THESIS),
    ("dissertation", ItemType.THESIS),
    ("patent", ItemType.PATENT),
    ("report", ItemType.REPORT),
    ("technical report", ItemType.REPORT),
    ("map", ItemType.MAP),
    ("interview", ItemType.INTERVIEW),
    ("encyclopedia", ItemType.ENTRY_ENCYCLOPEDIA),
    ("dictionary", ItemType.ENTRY_DICTIONARY),
    ("legislation", ItemType.LEGISLATION),
    ("letter", ItemType.PERSONAL_COMMUNICATION),
    ("manuscript", ItemType.MANUSCRIPT),
    ("web", ItemType.WEBPAGE),
    ("blog", ItemType.POST_WEBLOG),
    ("dataset", ItemType.DATASET),
    ("software", ItemType.SOFTWARE),
    ("book chapter", ItemType.CHAPTER),
    ("booksection", ItemType.CHAPTER),
    ("book", ItemType.BOOK),
    ("article", ItemType.ARTICLE_JOURNAL),
)
"""A word of a genre and the item type, the first that fits."""

_RESOURCES = (
    ("sound recording", ItemType.SONG),
    ("moving image", ItemType.MOTION_PICTURE),
    ("still image", ItemType.GRAPHIC),
    ("cartographic", ItemType.MAP),
    ("software", ItemType.SOFTWARE),
    ("notated music", ItemType.MUSICAL_SCORE),
)
_IDENTIFIERS = {
    "doi": "DOI",
    "isbn": "ISBN",
    "issn": "ISSN",
    "pmid": "PMID",
    "pubmed": "PMID",
    "pmc": "PMCID",
}
_DETAILS = {
    "volume": "volume",
    "issue": "issue",
    "number": "issue",
    "section": "section",
    "chapter": "chapter_number",
}
_DATES = ("dateIssued", "copyrightDate", "dateCreated", "dateCaptured", "dateOther")
# xxiii, 397 p.; 15 pages
_LEAVES = re.compile(r"(\d{1,5})\s*(?:p\b|p\.|pages?\b|S\.|Seiten)")


def parse_mods(text: str) -> Reading:
    """The items of a MODS record or collection."""
    return read_records(
        text,
        "MODS records",
        lambda root: root.iter("mods"),
        lambda record, key, _: _Mapping(record, key).item(),
    )


class _Mapping:
    """One record on its way to an Item."""

    def __init__(self, record: etree._Element, default_id: str) -> None:
        self.record = record
        self.key = record.get("ID") or text_of(record.find("identifier[@type='citekey']")) or default_id
        self.host = record.find("relatedItem[@type='host']")
        self.series = record.find("relatedItem[@type='series']")
        self.values: dict[str, Any] = {}

    def item(self) -> Item:
        """The Item."""
        record, host = self.record, self.host
        self.put("title", _title(record))
        self.put("title_short", _title(record, "abbreviated"))
        self.read_names(record)
        self.read_identifiers(record)
        self.read_publication(record)
        self.read_part(record)
        if host is not None:
            self.read_host(host)
        self.read_series()
        self.read_texts()
        self.values["id"], self.values["type"] = self.key, self.read_type()
        identifiers = derive_identifiers(self.values)
        if identifiers:
            self.values["identifiers"] = identifiers
        return Item.build(self.values)

    def put(self, variable: str, value: Any) -> None:
        if value:
            self.values.setdefault(variable, value)

    def read_type(self) -> ItemType:
        genres = " ".join(text_of(each).lower() for each in self.record.iterfind("genre"))
        found = next((kind for word, kind in _GENRES if word in genres), None)
        if found is not None:
            return ItemType.CHAPTER if found is ItemType.BOOK and self.host is not None else found
        resource = text_of(self.record.find("typeOfResource")).lower()
        found = next((kind for word, kind in _RESOURCES if word in resource), None)
        if found is not None:
            return found
        return self.guess_type()

    def guess_type(self) -> ItemType:
        """The type that the host, or the way of publishing, tells."""
        if self.host is not None:
            genres = " ".join(text_of(each).lower() for each in self.host.iterfind("genre"))
            told = text_of(self.host.find("originInfo/issuance")) == "continuing"
            serial = (
                told or "ISSN" in self.values or any(word in genres for word in ("periodical", "journal"))
            )
            return ItemType.ARTICLE_JOURNAL if serial else ItemType.CHAPTER
        if text_of(self.record.find("originInfo/issuance")) == "monographic" or "ISBN" in self.values:
            return ItemType.BOOK
        return ItemType.DOCUMENT

    def read_names(self, node: etree._Element, default: str = "author") -> None:
        for element in node.iterfind("name"):
            name = _read_name(element)
            roles = [text_of(each).lower().rstrip(".") for each in element.iterfind("role/roleTerm")]
            variable = next(
                (_ROLES[role] for role in roles if role in _ROLES), "contributor" if roles else default
            )
            if name is not None:
                self.values[variable] = (*self.values.get(variable, ()), name)

    def read_identifiers(self, node: etree._Element) -> None:
        for element in node.iterfind("identifier"):
            kind, text = (element.get("type") or "").lower(), text_of(element)
            if kind in _IDENTIFIERS:
                self.put(_IDENTIFIERS[kind], bare_doi(text) if kind == "doi" else text)
            elif kind == "uri" and text.startswith("http"):
                self.put("URL", text)
        for element in node.iterfind("location/url"):
            self.put("URL", text_of(element))
            if element.get("dateLastAccessed"):
                self.put("accessed", read_date(element.get("dateLastAccessed") or ""))

    def read_publication(self, node: etree._Element) -> None:
        self.put("issued", _issued(node))
        places = [each for each in node.iterfind("originInfo/place/*") if each.get("type") != "code"]
        self.put("publisher", text_of(node.find("originInfo/publisher")))
        self.put("publisher_place", "; ".join(filter(None, (text_of(each) for each in places))))
        self.put("edition", text_of(node.find("originInfo/edition")))

    def read_part(self, node: etree._Element) -> None:
        for detail in node.iterfind("part/detail"):
            variable = _DETAILS.get((detail.get("type") or "").lower())
            number = detail.find("number")
            if variable:
                self.put(variable, text_of(number if number is not None else detail))
        for extent in node.iterfind("part/extent"):
            self.put("page", _pages(extent))
        date = read_date(text_of(node.find("part/date")))
        issued = self.values.get("issued") or _issued(node)
        if date is not None and (issued is None or (len(date.parts) > 1 and date.year == issued.year)):
            self.values["issued"] = date

    def read_host(self, host: etree._Element) -> None:
        self.put("container_title", _title(host))
        self.put("container_title_short", _title(host, "abbreviated"))
        self.read_part(host)
        self.read_publication(host)
        kept = self.values.get("DOI"), self.values.get("URL")
        self.read_identifiers(host)
        for variable, value in zip(("DOI", "URL"), kept, strict=True):
            if not value:
                self.values.pop(variable, None)
        self.read_names(host, default="container_author")

    def read_series(self) -> None:
        if self.series is not None:
            self.put("collection_title", _title(self.series))
            self.put("collection_number", text_of(self.series.find("titleInfo/partNumber")))
            self.put("collection_number", text_of(self.series.find("part/detail/number")))

    def read_texts(self) -> None:
        record = self.record
        topics = [text_of(each) for each in record.iterfind("subject/topic")]
        self.put("keyword", ", ".join(dict.fromkeys(filter(None, topics))))
        self.put("abstract", text_of(record.find("abstract")))
        self.put("note", "\n".join(filter(None, (text_of(each) for each in record.iterfind("note")))))
        languages = sorted(
            record.iterfind("language/languageTerm"), key=lambda each: each.get("type") == "code"
        )
        self.put("language", next((text_of(each) for each in languages if text_of(each)), ""))
        self.put("call_number", text_of(record.find("location/shelfLocator")))
        self.put("call_number", text_of(record.find("classification")))
        self.put("license", text_of(record.find("accessCondition")))
        source = text_of(record.find("recordInfo/recordContentSource"))
        self.put("source", source if " " in source else "")
        extent = _LEAVES.search(text_of(record.find("physicalDescription/extent")))
        if extent and self.host is None:
            self.put("number_of_pages", extent[1])


def _title(node: etree._Element, kind: str | None = None) -> str:
    """The title of a record: what is not sorted, the title, the subtitle."""
    listed = node.findall("titleInfo")
    found = next((each for each in listed if each.get("type") == kind), None)
    if found is None and kind is None and listed:
        found = listed[0]
    if found is None:
        return ""
    first = text_of(found.find("nonSort"))
    title = text_of(found.find("title"))
    subtitle = text_of(found.find("subTitle"))
    whole = f"{first}{'' if first.endswith(('’', chr(39))) else ' '}{title}" if first else title
    return f"{whole}: {subtitle}" if subtitle else whole


def _read_name(element: etree._Element) -> Name | None:
    parts: dict[str, list[str]] = {}
    for part in element.iterfind("namePart"):
        parts.setdefault(part.get("type") or "", []).append(text_of(part))
    family, given = " ".join(parts.get("family", [])), " ".join(parts.get("given", []))
    if family or given:
        return Name(family or None, given or None, suffix=_suffix(parts))
    whole = " ".join(parts.get("", [])).strip().rstrip(",")
    if element.get("type") == "personal":
        return read_person(without_life(whole))
    return Name(literal=whole) if whole else None


def _suffix(parts: dict[str, list[str]]) -> str | None:
    """Terms of address, unless they are the years of a life."""
    return " ".join(each for each in parts.get("termsOfAddress", []) if not each[:1].isdigit()) or None


def _pages(extent: etree._Element) -> str:
    if (extent.get("unit") or "page").lower() not in {"page", "pages"}:
        return ""
    start, end = text_of(extent.find("start")), text_of(extent.find("end"))
    pages = "-".join(dict.fromkeys(filter(None, (start, end))))
    return pages or text_of(extent.find("list")) or text_of(extent.find("total"))


def _issued(node: etree._Element) -> Date | None:
    """The date that the record calls its key date, or the first kind that it gives; start and end as a range."""
    dates = [each for name in _DATES for each in node.iterfind(f"originInfo/{name}") if text_of(each)]
    dates.sort(key=lambda each: each.get("keyDate") != "yes")
    if not dates:
        return None
    beside = {each.get("point"): text_of(each) for each in dates if each.tag == dates[0].tag}
    if beside.get("start") and beside.get("end"):
        return read_date(f"{beside['start']}/{beside['end']}")
    return read_date(text_of(dates[0]).strip("[]-. ").lstrip("©cp"))
