"""Word's bibliography, Sources.xml → Items (Office Open XML, part 1, "Bibliography")."""

import re
from typing import Any

from lxml import etree

from refs.model.bibtex import TYPES as BIBTEX_TYPES
from refs.model.bibtex import variable_of
from refs.model.flaw import Flaw, FlawCode
from refs.model.item import Item, ItemType
from refs.model.name import Name
from refs.model.reading import Reading
from refs.parse.dates import join_date, read_date
from refs.parse.identity import bare_doi, hyphenate, identified
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
    "ElectronicSource": ItemType.DOCUMENT,
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
    "ConferenceName": "event_title",
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
    "BIBTEX_Abstract": "abstract",
    "BIBTEX_KeyWords": "keyword",
    "BIBTEX_Series": "collection_title",
    "BIBTEX_Chapter": "chapter_number",
    "BIBTEX_HowPublished": "publisher",
}
_RANK = {
    name: rank for rank, name in enumerate(["Publisher", "Institution", "Department", "Distributor"], 1)
} | {
    "ProductionCompany": 5,
    "BIBTEX_HowPublished": 6,
}
"""Of several that published, the first here is read."""

LANGUAGES = {
    "0": "en",
    "1025": "ar",
    "1026": "bg-BG",
    "1027": "ca-ES",
    "1029": "cs-CZ",
    "1030": "da-DK",
    "1031": "de-DE",
    "1032": "el-GR",
    "1033": "en-US",
    "1034": "es-ES",
    "1035": "fi-FI",
    "1036": "fr-FR",
    "1037": "he-IL",
    "1038": "hu-HU",
    "1039": "is-IS",
    "1040": "it-IT",
    "1041": "ja-JP",
    "1042": "ko-KR",
    "1043": "nl-NL",
    "1044": "nb-NO",
    "1045": "pl-PL",
    "1046": "pt-BR",
    "1048": "ro-RO",
    "1049": "ru-RU",
    "1050": "hr-HR",
    "1051": "sk-SK",
    "1053": "sv-SE",
    "1055": "tr-TR",
    "1058": "uk-UA",
    "1060": "sl-SI",
    "1062": "lv-LV",
    "1063": "lt-LT",
    "1069": "eu-ES",
    "2052": "zh-CN",
    "2055": "de-CH",
    "2068": "nn-NO",
    "2074": "sr-Latn",
    "2057": "en-GB",
    "2058": "es-MX",
    "2070": "pt-PT",
    "3079": "de-AT",
    "3082": "es-ES",
    "3084": "fr-CA",
    "4105": "en-CA",
}
"""A language of Windows by its number (LCID)."""

_PLACES = ("City", "StateProvince", "CountryRegion")
_UNTOLD = frozenset({"Author", "Tag", "SourceType", "Guid", "RefOrder", "LCID", "StandardNumber"})
_ISBN = re.compile(r"ISBN:?\s*([\dXx-]{10,17})|^([\dXx-]{10,17})$")
_ISSN = re.compile(r"ISSN:?\s*(\d{4}-?\d{3}[\dXx])|^(\d{4}-\d{3}[\dXx])$")


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
    for child in sorted(children, key=lambda each: _RANK.get(str(each.tag), 0)):
        _read_child(str(child.tag), text_of(child), values, kept)
    language = LANGUAGES.get(text_of(source.find("LCID")))
    if language:
        values.setdefault("language", language)
    _read_names(source, values)
    _read_dates(source, values)
    _read_standard_number(text_of(source.find("StandardNumber")), values)
    place = ", ".join(filter(None, (text_of(source.find(name)) for name in _PLACES)))
    if place:
        values["publisher_place"] = place
    if kept:
        values["custom"] = {KEPT: {"fields": kept}}
    return identified(values)


def _read_type(source: etree._Element, flaws: list[Flaw], key: str) -> ItemType:
    name = text_of(source.find("SourceType"))
    entry = text_of(source.find("BIBTEX_Entry")).lower()
    if entry in BIBTEX_TYPES:
        return BIBTEX_TYPES[entry][0]
    if name not in _TYPES:
        flaws.append(Flaw(FlawCode.UNKNOWN_TYPE, f"no source type is called {name:.60}", key, "type"))
    if name == "Report" and "thesis" in text_of(source.find("ThesisType")).lower():
        return ItemType.THESIS
    return _TYPES.get(name, ItemType.DOCUMENT)


def _read_child(name: str, text: str, values: dict[str, Any], kept: dict[str, str]) -> None:
    variable = _TEXTS.get(name) or _bibtex_variable(name, values["type"])
    if not text or name in _UNTOLD or name in _PLACES or name.startswith(("Year", "Month", "Day")):
        return
    if variable is None or variable in values:
        kept[name] = text
    else:
        values[variable] = (
            bare_doi(text) if variable == "DOI" else hyphenate(text) if variable == "page" else text
        )


def _bibtex_variable(name: str, kind: ItemType) -> str | None:
    """What JabRef kept of a BibTeX entry, and the number, which counts what BibTeX's would."""
    field = "number" if name == "Number" else name.removeprefix("BIBTEX_").lower()
    return variable_of(field, kind) if field == "number" or name.startswith("BIBTEX_") else None


def _read_names(source: etree._Element, values: dict[str, Any]) -> None:
    for role, variable in _NAMES.items():
        for element in source.iterfind(f"Author/{role}"):
            people = [_read_person(person) for person in element.iterfind("NameList/Person")]
            corporate = text_of(element.find("Corporate"))
            names = [*(name for name in people if name), *([Name(literal=corporate)] if corporate else [])]
            if names:
                values[variable] = (*values.get(variable, ()), *names)


def _read_person(person: etree._Element) -> Name | None:
    last, first, middle = (
        " ".join(text_of(each) for each in person.iterfind(part)) for part in ("Last", "First", "Middle")
    )
    given = " ".join(filter(None, (first, middle)))
    if not last:
        return Name(literal=given) if given else None
    return Name(last, given or None)


def _read_dates(source: etree._Element, values: dict[str, Any]) -> None:
    for suffix, variable in (("", "issued"), ("Accessed", "accessed")):
        parts = [text_of(source.find(f"{name}{suffix}")) for name in ("Year", "Month", "Day")]
        date = join_date(*parts)[0] if parts[0].isdecimal() else read_date(" ".join(parts))
        if date is not None:
            values[variable] = date


def _read_standard_number(text: str, values: dict[str, Any]) -> None:
    """``ISBN: …``, ``ISSN: …``, ``DOI: …`` in one element."""
    for pattern, variable in ((_ISBN, "ISBN"), (_ISSN, "ISSN")):
        if found := pattern.search(text):
            values.setdefault(variable, found[1] or found[2])
    if "10." in text and bare_doi(text) != text:
        values.setdefault("DOI", bare_doi(text))
