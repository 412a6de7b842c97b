"""Word's bibliography, Sources.xml → Items (Office Open XML, part 1, "Bibliography")."""

import re
from typing import Any

from lxml import etree

from refs.model.bibtex import TYPES as BIBTEX_TYPES
from refs.model.bibtex import variable_of
from refs.model.flaw import Flaw, FlawCode
from refs.model.item import Item, ItemType
from refs.model.kept import keep
from refs.model.reading import Reading
from refs.model.serial import number_kind
from refs.parse.dates import join_date, read_date
from refs.parse.identity import bare_doi, hyphenate, identified
from refs.parse.managers.msbib_languages import language_of
from refs.parse.managers.msbib_names import read_role
from refs.parse.tree import read_tree, text_of, without_namespaces

KEPT = "msbib"
"""The name in `Item.custom` under which stands what a source said and CSL has no variable for."""

_TYPES = {
    "ArticleInAPeriodical": ItemType.ARTICLE_MAGAZINE,
    "Art": ItemType.GRAPHIC,
    "Book": ItemType.BOOK,
    "BookSection": ItemType.CHAPTER,
    "Case": ItemType.LEGAL_CASE,
    "ConferenceProceedings": ItemType.PAPER_CONFERENCE,
    "DocumentFromInternetSite": ItemType.WEBPAGE,
    "ElectronicSource": ItemType.WEBPAGE,
    "Film": ItemType.MOTION_PICTURE,
    "InternetSite": ItemType.WEBPAGE,
    "Interview": ItemType.INTERVIEW,
    "JournalArticle": ItemType.ARTICLE_JOURNAL,
    "Misc": ItemType.DOCUMENT,
    "Patent": ItemType.PATENT,
    "Performance": ItemType.PERFORMANCE,
    "Report": ItemType.REPORT,
    "SoundRecording": ItemType.SONG,
}
_NAMES = {
    "Author": "author",
    "Artist": "author",
    "BookAuthor": "container_author",
    "Compiler": "compiler",
    "Composer": "composer",
    "Conductor": "performer",
    "Counsel": "contributor",
    "Director": "director",
    "Editor": "editor",
    "Interviewee": "author",
    "Interviewer": "interviewer",
    "Inventor": "author",
    "Performer": "performer",
    "ProducerName": "producer",
    "Translator": "translator",
    "Writer": "script_writer",
}
_TEXTS = {
    "Title": "title",
    "ShortTitle": "title_short",
    "JournalName": "container_title",
    "PeriodicalTitle": "container_title",
    "BookTitle": "container_title",
    "InternetSiteTitle": "container_title",
    "PublicationTitle": "container_title",
    "BroadcastTitle": "container_title",
    "AlbumTitle": "container_title",
    "ConferenceName": "container_title",
    "Publisher": "publisher",
    "Institution": "publisher",
    "Department": "publisher",
    "ProductionCompany": "publisher",
    "Distributor": "publisher",
    "Volume": "volume",
    "Issue": "issue",
    "Pages": "page",
    "Edition": "edition",
    "ChapterNumber": "chapter_number",
    "NumberVolumes": "number_of_volumes",
    "URL": "URL",
    "DOI": "DOI",
    "PatentNumber": "number",
    "CaseNumber": "number",
    "ThesisType": "genre",
    "PatentType": "genre",
    "Type": "genre",
    "Medium": "medium",
    "Court": "authority",
    "Reporter": "container_title",
    "Version": "version",
    "Comments": "note",
    "Theater": "event_place",
    "Broadcaster": "publisher",
    "RecordingNumber": "number",
    "AbbreviatedCaseNumber": "number",
    "BIBTEX_Abstract": "abstract",
    "BIBTEX_KeyWords": "keyword",
    "BIBTEX_Series": "collection_title",
    "BIBTEX_Chapter": "chapter_number",
    "BIBTEX_HowPublished": "publisher",
}
_RANK = {
    "Publisher": 2,
    "Institution": 3,
    "Department": 4,
    "Distributor": 5,
    "ProductionCompany": 6,
    "Broadcaster": 7,
    "BIBTEX_HowPublished": 8,
    "ConferenceName": 9,
    "AbbreviatedCaseNumber": 10,
}
"""Of several that published, or that hold the work, the first here is read."""

_HOLDERS = {
    ItemType.ARTICLE_JOURNAL: "JournalName",
    ItemType.ARTICLE_MAGAZINE: "PeriodicalTitle",
    ItemType.CHAPTER: "BookTitle",
    ItemType.LEGAL_CASE: "Reporter",
    ItemType.PAPER_CONFERENCE: "BookTitle",
    ItemType.SONG: "AlbumTitle",
    ItemType.WEBPAGE: "InternetSiteTitle",
}
"""What holds a work of a type, where a source names several."""

_PLACES = ("City", "StateProvince", "CountryRegion")
_UNTOLD = frozenset({"Author", "Tag", "SourceType", "Guid", "RefOrder", "LCID", "StandardNumber"})
# ISBN: 0-19-852663-6, ISSN 1234-5679, and each without its name when it stands alone
_SERIAL = re.compile(r"\b(IS[BS]N)(?:-1[03])?:?\s*(\d[\dXx-]{7,16})|^()(\d[\dXx -]{7,16})$")
_DOI = re.compile(r"10\.\d{4,9}/[^\s:]+")
# what is a thesis, in the field of a report's kind
_THESIS = re.compile(r"\b(?:thes[ie]s|dissertation|ph\.?d|doctoral|master'?s?|bachelor'?s?)\b", re.IGNORECASE)
# pp. 10-19.
_PAGES = re.compile(r"^pp?\.\s*|(?<=\d)\.$")


def parse_msbib(text: str) -> Reading:
    """The items of a list of Word's sources."""
    flaws: list[Flaw] = []
    root = read_tree(text, flaws)
    if root is None:
        return Reading(flaws=tuple(flaws))
    sources = enumerate(without_namespaces(root).iter("Source"), 1)
    return Reading(
        tuple(_read_source(source, flaws, f"item-{number}") for number, source in sources), tuple(flaws)
    )


def _read_source(source: etree._Element, flaws: list[Flaw], default_id: str) -> Item:
    key = text_of(source.find("Tag")) or default_id
    values: dict[str, Any] = {"id": key, "type": _read_type(source, flaws, key)}
    kept: dict[str, str] = {}
    children = source.iterchildren(tag=etree.Element)
    holder = _HOLDERS.get(values["type"])
    for child in sorted(children, key=lambda each: _RANK.get(str(each.tag), each.tag != holder)):
        _read_child(str(child.tag), text_of(child), values, kept)
    language = language_of(text_of(source.find("LCID")))
    if language:
        values.setdefault("language", language)
    _read_names(source, values)
    _read_dates(source, values)
    _read_standard_number(text_of(source.find("StandardNumber")), values, kept)
    _read_place(source, values)
    if values.get("note", "").startswith(("http://", "https://")) and " " not in values["note"]:
        values.setdefault("URL", values.pop("note"))
    site = values["type"] is ItemType.WEBPAGE and "title" not in values
    if site and values.get("container_title") == text_of(source.find("InternetSiteTitle")):
        values["title"] = values.pop("container_title")  # a site as a whole
    keep(values, KEPT, fields=kept)
    return identified(values)


def _read_type(source: etree._Element, flaws: list[Flaw], key: str) -> ItemType:
    name = text_of(source.find("SourceType"))
    entry = text_of(source.find("BIBTEX_Entry")).lower()
    if entry in BIBTEX_TYPES:
        return BIBTEX_TYPES[entry][0]
    if name not in _TYPES:
        flaws.append(Flaw(FlawCode.UNKNOWN_TYPE, f"no source type is called {name:.60}", key, "type"))
    if name == "Report" and _THESIS.search(text_of(source.find("ThesisType"))):
        return ItemType.THESIS
    return _TYPES.get(name, ItemType.DOCUMENT)


def _read_child(name: str, text: str, values: dict[str, Any], kept: dict[str, str]) -> None:
    variable = _TEXTS.get(name) or _bibtex_variable(name, values["type"])
    if not text or name in _UNTOLD or name in _PLACES or name.startswith(("Year", "Month", "Day")):
        return
    if name == "ConferenceName" and variable in values:
        variable = "event_title"
    if variable is None or variable in values:
        kept[name] = text
    elif variable == "page":
        values[variable] = hyphenate(_PAGES.sub("", text))
    else:
        values[variable] = bare_doi(text) if variable == "DOI" else text


def _bibtex_variable(name: str, kind: ItemType) -> str | None:
    """What JabRef kept of a BibTeX entry, and the number, which counts what BibTeX's would."""
    field = "number" if name == "Number" else name.removeprefix("BIBTEX_").lower()
    return variable_of(field, kind) if field == "number" or name.startswith("BIBTEX_") else None


def _read_names(source: etree._Element, values: dict[str, Any]) -> None:
    for role, variable in _NAMES.items():
        for element in source.iterfind(f"Author/{role}"):
            if names := read_role(element):
                values[variable] = (*values.get(variable, ()), *names)


def _read_dates(source: etree._Element, values: dict[str, Any]) -> None:
    for suffix, variable in (("", "issued"), ("Accessed", "accessed")):
        parts = [text_of(source.find(f"{name}{suffix}")) for name in ("Year", "Month", "Day")]
        date = join_date(*parts)[0] if parts[0].isdecimal() else read_date(" ".join(parts))
        if date is not None:
            values[variable] = date


def _read_standard_number(text: str, values: dict[str, Any], kept: dict[str, str]) -> None:
    """``ISBN: …``, ``ISSN: …``, ``DOI: …`` in one element; else an address, or the number of a report."""
    found = {
        number_kind(each[2] or each[4], each[1] or ""): each[2] or each[4] for each in _SERIAL.finditer(text)
    }
    if doi := _DOI.search(text):
        found["DOI"] = doi[0]
    found.pop("", None)
    for name, number in found.items():
        values.setdefault(name, number)
    if found or not text:
        return
    variable = "URL" if text.startswith("http") else "number" if values["type"] is ItemType.REPORT else ""
    if variable and variable not in values:
        values[variable] = text
    else:
        kept["StandardNumber"] = text


def _read_place(source: etree._Element, values: dict[str, Any]) -> None:
    """City, state and country; the country of a patent is the one that granted it."""
    parts = {name: text_of(source.find(name)) for name in _PLACES}
    if values["type"] is ItemType.PATENT and parts["CountryRegion"]:
        values["jurisdiction"] = parts["CountryRegion"]
    if place := ", ".join(filter(None, parts.values())):
        values["publisher_place"] = place
