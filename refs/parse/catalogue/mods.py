"""MODS, the format of library catalogues → Items (Library of Congress, MODS 3)."""

import re
from collections.abc import Collection, Iterable
from typing import Any

from lxml import etree

from refs.model.item import Item, ItemType
from refs.model.reading import Reading
from refs.parse.catalogue.mods_congress import read_congress
from refs.parse.catalogue.mods_dates import read_captured, read_issued, read_original, read_part_date
from refs.parse.catalogue.mods_names import is_plain, read_name
from refs.parse.catalogue.mods_types import read_type
from refs.parse.catalogue.relators import is_imprint, is_publishing, variable_of
from refs.parse.catalogue.responsibility import role_in
from refs.parse.dates import read_date
from refs.parse.extents import pages_in, places_in, volumes_in
from refs.parse.identity import bare_doi, hyphenate, identified
from refs.parse.series import split_series
from refs.parse.tree import read_records, text_of

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
# 1 sound disc
_DISCS = re.compile(
    r"(\d{1,4})\s+(?:(?:sound|audio|video|film|computer|compact|optical)\s?)*(?:dis[ck]s?|reels?|cassettes?|tapes?)\b",
    re.IGNORECASE,
)
# 26 cm.; 33 x 15 cm
_SIZE = re.compile(r"\d[\d/ ,.]*(?:[x×]\s*\d[\d/ ,.]*)?\s?(?:cm|mm|in|ft|m)\b", re.IGNORECASE)
_SCALE = re.compile(r"1\s?:\s?\d{1,3}(?:[., ]?\d{3})*")
_MAKERS = {ItemType.SONG: "performer", ItemType.MOTION_PICTURE: "director"}
_SECONDARY = frozenset({"compiler", "contributor", "illustrator"})
"""What they have done who are no authors, unless the record has its main entry under them."""
_MEDIA = frozenset({ItemType.SONG, ItemType.MOTION_PICTURE, ItemType.SOFTWARE})


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
        self.hosts = record.findall("relatedItem[@type='host']")
        self.values: dict[str, Any] = {}
        self.publishers: list[str] = []

    def item(self) -> Item:
        """The Item."""
        record = self.record
        self.put("title", _title(record))
        self.put("title_short", _title(record, "abbreviated"))
        self.read_names(record)
        self.read_identifiers(record)
        self.read_addresses(record)
        self.read_publication(record)
        self.read_part(record)
        for host in self.hosts:
            self.read_host(host)
        for version in record.iterfind("relatedItem"):
            if version.get("type") in {"otherFormat", "otherVersion", "series"}:
                self.read_identifiers(version, ("ISBN", "ISSN"))
        self.put("publisher", "; ".join(_distinct(self.publishers)))
        self.read_series()
        self.read_texts()
        self.values["id"], self.values["type"] = self.key, self.read_type()
        self.read_makers()
        self.read_site()
        read_congress(record, self.values)
        self.read_size(self.values["type"])
        return identified(self.values)

    def put(self, variable: str, value: Any) -> None:
        if value:
            self.values.setdefault(variable, value)

    def read_type(self) -> ItemType:
        numbered, bound = "ISSN" in self.values, "ISBN" in self.values
        named = [
            host
            for host in self.hosts
            if host.find("titleInfo") is not None or host.find("identifier") is not None
        ]
        return read_type(self.record, named, numbered=numbered, bound=bound)

    def read_makers(self) -> None:
        """Of a recording, those of whom nothing more is said have performed it; of a film, directed it.

        Who drew or cut an image has made it.
        """
        if self.values["type"] is ItemType.GRAPHIC and "illustrator" in self.values:
            self.values["author"] = (*self.values.get("author", ()), *self.values.pop("illustrator"))
        role = _MAKERS.get(self.values["type"])
        plain = {
            name for each in self.record.iterfind("name") if is_plain(each) and (name := read_name(each))
        }
        names = self.values.get("author", ())
        if role and plain and role not in self.values and plain.issuperset(names):
            self.values[role] = self.values.pop("author")

    def read_site(self) -> None:
        """A page's publisher is its site, where that has no title; when it was captured, it was seen."""
        if self.values["type"] is ItemType.WEBPAGE:
            self.put("accessed", read_captured(self.record))
            self.put("container_title", self.values.get("publisher"))

    def read_names(self, node: etree._Element, default: str = "author") -> None:
        statement = text_of(node.find("note[@type='statement of responsibility']"))
        for element in node.iterfind("name"):
            name = read_name(element)
            roles = [text for each in element.iterfind("role/*") if (text := text_of(each))]
            roles += [uri for each in element.iterfind("role/*") if (uri := each.get("valueURI"))]
            if name is not None and is_imprint(roles):
                self.publishers += [str(name)] if is_publishing(roles) else []
                continue
            told = role_in(statement, name.family or "") if name is not None and not roles else None
            variable = variable_of(roles) or told or ("contributor" if roles else default)
            if element.get("usage") == "primary" and variable in _SECONDARY:
                variable = "author"
            if name is not None and name not in self.values.get(variable, ()):
                self.values[variable] = (*self.values.get(variable, ()), name)

    def read_identifiers(self, node: etree._Element, wanted: Collection[str] = _IDENTIFIERS.values()) -> None:
        for element in node.iterfind("identifier"):
            kind, text = (element.get("type") or "").lower(), text_of(element)
            variable = _IDENTIFIERS.get(kind)
            if variable and variable in wanted and element.get("invalid") != "yes":
                self.put(variable, bare_doi(text) if kind == "doi" else text)

    def read_addresses(self, node: etree._Element) -> None:
        """The address that is marked as the main one, else the first that is no preview."""
        places = sorted(node.iterfind("location/url"), key=_rank_address)
        for element in places:
            self.put("URL", text_of(element))
            if element.get("dateLastAccessed"):
                self.put("accessed", read_date(element.get("dateLastAccessed") or ""))
        for element in node.iterfind("identifier"):
            text = text_of(element)
            if (element.get("type") or "").lower() in {"uri", "url", "hdl", "purl"} and text.startswith(
                "http"
            ):
                self.put("URL", text)

    def read_publication(self, node: etree._Element) -> None:
        self.put("issued", read_issued(node))
        self.put("original_date", read_original(node))
        terms = [each for each in node.iterfind("originInfo/place/*") if each.get("type") != "code"]
        publishers = (text_of(each) for each in node.iterfind("originInfo/publisher"))
        self.put("publisher", next(filter(None, publishers), ""))
        self.put("publisher_place", next(iter(_distinct(text_of(each).strip(" :;,") for each in terms)), ""))
        self.put("edition", text_of(node.find("originInfo/edition")))

    def read_part(self, node: etree._Element) -> None:
        for detail in node.iterfind("part/detail"):
            variable = _DETAILS.get((detail.get("type") or "").lower())
            if variable:
                self.put(variable, _number_of(detail))
        for extent in node.iterfind("part/extent"):
            places = dict(places_in(text_of(extent))) if not len(extent) else {}
            for variable, value in (places or {"page": _pages(extent)}).items():
                self.put(variable, hyphenate(value))
        date = read_part_date(node)
        issued = self.values.get("issued") or read_issued(node)
        if date is not None and (issued is None or (len(date.parts) > 1 and date.year == issued.year)):
            self.values["issued"] = date

    def read_host(self, host: etree._Element) -> None:
        self.put("container_title", _title(host))
        self.put("container_title_short", _title(host, "abbreviated"))
        self.read_part(host)
        self.read_publication(host)
        doi = self.values.get("DOI")
        self.read_identifiers(host)
        if doi is None:
            self.values.pop("DOI", None)
        self.read_names(host, default="container_author")

    def read_series(self) -> None:
        for node in (self.record, *self.hosts):
            for series in node.iterfind("relatedItem[@type='series']"):
                title, number = _series(series)
                self.put("collection_title", title)
                self.put("collection_number", number)
                self.read_names(series, default="collection_editor")

    def read_texts(self) -> None:
        record = self.record
        self.put("keyword", ", ".join(_distinct(text_of(each) for each in record.iterfind("subject/topic"))))
        self.put("abstract", text_of(record.find("abstract")))
        self.put("note", "\n".join(filter(None, (text_of(each) for each in record.iterfind("note")))))
        languages = sorted(
            record.iterfind("language/languageTerm"), key=lambda each: each.get("type") == "text"
        )
        languages += record.findall("language")  # of MODS 3.0
        self.put("language", next((text_of(each) for each in languages if text_of(each)), ""))
        self.put("call_number", text_of(record.find("location//shelfLocator")))
        self.put(
            "call_number", ", ".join(_distinct(text_of(each) for each in record.iterfind("classification")))
        )
        self.put("license", text_of(record.find("accessCondition")))
        held = (text_of(each) for each in record.iterfind("location/physicalLocation"))
        self.put("archive_location", "; ".join(_distinct(text for text in held if " " in text)))
        source = text_of(record.find("recordInfo/recordContentSource"))
        self.put("source", source if " " in source else "")
        scale = _SCALE.search(text_of(record.find("subject/cartographics/scale")))
        self.put("scale", scale[0] if scale else "")

    def read_size(self, kind: ItemType) -> None:
        """Pages, volumes and size; a single volume is not worth telling, a single disc is."""
        for element in self.record.iterfind("physicalDescription/extent"):
            text = text_of(element)
            discs = _DISCS.search(text) if kind in _MEDIA else None
            if self.hosts or kind is ItemType.ARTICLE_JOURNAL:
                self.put("page", dict(places_in(text)).get("page"))
            elif kind not in _MEDIA:
                self.put("number_of_pages", pages_in(text))
            self.put("number_of_volumes", discs[1] if discs else volumes_in(text))
            if kind is ItemType.GRAPHIC and (size := _SIZE.search(text)):
                self.put("dimensions", size[0])


def _distinct(texts: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(filter(None, texts)))


def _rank_address(element: etree._Element) -> int:
    if element.get("access") == "preview":
        return 2
    return 0 if (element.get("usage") or "").startswith("primary") else 1


def _title(node: etree._Element, kind: str | None = None) -> str:
    """The title of a record: what is not sorted, the title, the subtitle, the part."""
    listed = node.findall("titleInfo")
    listed.sort(key=lambda each: each.get("usage") != "primary")
    found = next((each for each in listed if each.get("type") == kind), None)
    if found is None and kind is None and listed:
        found = listed[0]
    if found is None:
        return ""
    first, title, subtitle, *part = (
        text_of(found.find(name)) for name in ("nonSort", "title", "subTitle", "partNumber", "partName")
    )
    whole = f"{first}{'' if first.endswith(('’', chr(39))) else ' '}{title}" if first else title
    whole = whole or ("" if len(found) else text_of(found))
    whole = f"{whole.rstrip(' :')}: {subtitle.lstrip(' :')}" if subtitle else whole
    return ". ".join(filter(None, (whole.rstrip(" /"), ": ".join(filter(None, part)))))


def _series(series: etree._Element) -> tuple[str, str]:
    """The title and the number of a series, also where the number stands behind the title."""
    title = _title(series)
    number = text_of(series.find("titleInfo/partNumber"))
    if number:
        title = title.removesuffix(number).rstrip(". ")
    for detail in series.iterfind("part/detail"):
        number = number or _number_of(detail)
    return (title, number) if number else split_series(title)


def _number_of(detail: etree._Element) -> str:
    parts = (text_of(detail.find(name)) for name in ("number", "text", "caption"))
    return next(filter(None, parts), "") or text_of(detail)


def _pages(extent: etree._Element) -> str:
    if (extent.get("unit") or "page").lower() not in {"page", "pages", "p", "pp"}:
        return ""
    start, end = text_of(extent.find("start")), text_of(extent.find("end"))
    pages = "-".join(dict.fromkeys(filter(None, (start, end))))
    return (
        pages
        or text_of(extent.find("list"))
        or text_of(extent.find("total"))
        or ("" if len(extent) else text_of(extent))
    )
