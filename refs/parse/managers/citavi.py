"""Citavi's exchange XML, as projects are exported and backed up (.ctv5bak, .ctv6bak) → Items."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from refs.model.item import ItemType as T
from refs.model.name import Name
from refs.model.reading import Reading
from refs.parse.draft import Draft
from refs.parse.extents import pages_in
from refs.parse.tree import read_records, text_of

KEPT = "citavi"
"""The name in `Item.custom` under which stands what has no CSL variable."""

_KINDS: Mapping[T, str] = {
    T.ARTICLE_JOURNAL: "JournalArticle",
    T.ARTICLE_NEWSPAPER: "NewspaperArticle",
    T.BOOK: "Book BookEdited CollectedWorks ConferenceProceedings LegalCommentary SpecialIssue",
    T.BROADCAST: "Broadcast RadioPlay",
    T.CHAPTER: "Contribution ContributionInLegalCommentary",
    T.INTERVIEW: "InterviewMaterial",
    T.LEGAL_CASE: "CourtDecision",
    T.LEGISLATION: "StatuteOrRegulation",
    T.MANUSCRIPT: "ArchiveMaterial File Manuscript",
    T.MAP: "Map",
    T.MOTION_PICTURE: "Movie",
    T.PATENT: "Patent",
    T.PERSONAL_COMMUNICATION: "PersonalCommunication",
    T.REPORT: "NewsAgencyReport PressRelease UnpublishedWork",
    T.SOFTWARE: "ComputerProgram",
    T.SONG: "AudioBook MusicAlbum MusicTrack",
    T.SPEECH: "Lecture",
    T.STANDARD: "Standard",
    T.THESIS: "Thesis",
    T.WEBPAGE: "InternetDocument",
}
_TYPES = {word: kind for kind, words in _KINDS.items() for word in words.split()}
_TEXTS: Mapping[str, str] = {
    "abstract": "abstract",
    "doi": "DOI",
    "edition": "edition",
    "isbn": "ISBN",
    "language": "language",
    "notes": "note",
    "number": "issue",
    "numberofvolumes": "number_of_volumes",
    "onlineaddress": "URL",
    "placeofpublication": "publisher_place",
    "pubmedid": "PMID",
    "volume": "volume",
}
"""Elements of a reference, whose letter case differs from version to version, and the variables."""
_PEOPLE: Mapping[str, str] = {
    "ReferenceAuthors": "author",
    "ReferenceEditors": "editor",
    "ReferenceCollaborators": "contributor",
}
_OF_WHOLE = (
    *("publisher", "publisher_place", "ISBN", "volume", "edition", "issued"),
    *("collection_title", "editor"),
)
"""What a contribution has from the book that it is in."""
# <os>xviii, 507 Seiten</os>: as it was written
_WRITTEN = re.compile(r"<os>([^<]*)</os>")
# xii, 250
_LAST_NUMBER = re.compile(r"(?:^|[\s(,])(\d{1,5})[\s;]*$")
_YEAR = re.compile(r"\d{4}")
# 05.10.2012
_GERMAN = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})$")


def parse_citavi(text: str) -> Reading:
    """The references of a Citavi project; its quotations and tasks are left out."""
    return read_records(
        text,
        "Citavi references",
        _references,
        lambda found, key, _: found.project.read(found.node, key).item(),
    )


@dataclass(frozen=True, slots=True)
class _Found:
    project: "_Project"
    node: etree._Element


def _references(root: etree._Element) -> list[_Found]:
    project = _Project(root)
    return [_Found(project, node) for node in root.iterfind(".//References/Reference")]


class _Project:
    """What the ids of a project stand for, and which are linked to which."""

    def __init__(self, root: etree._Element) -> None:
        self.by_id = {name: node for node in root.iter(etree.Element) if (name := node.get("id"))}
        self.links: dict[str, dict[str, list[str]]] = defaultdict(dict)
        self.whole: dict[str, str] = {}
        for node in root.iter("OnetoN"):
            parent = node.getparent()
            first, *others = text_of(node).split(";")
            self.links[str(parent.tag) if parent is not None else ""].setdefault(first, []).extend(others)
        for whole, parts in self.links["ReferenceReferences"].items():
            self.whole |= dict.fromkeys(parts, whole)

    def read(self, node: etree._Element, default_id: str) -> Draft:
        """One reference, a contribution with what its book says."""
        draft = self.read_alone(node, default_id)
        whole = self.by_id.get(self.whole.get(node.get("id") or "", ""))
        if draft.kind is T.CHAPTER and whole is not None:
            self.read_whole(draft, whole)
        return draft

    def read_alone(self, node: etree._Element, default_id: str) -> Draft:
        """What a reference says by itself."""
        told = {str(each.tag).lower(): text_of(each) for each in node.iterchildren(tag=etree.Element)}
        key = told.get("bibtexkey") or told.get("citationkey") or node.get("id") or default_id
        draft = Draft(KEPT, key.replace(" ", ""), _TYPES.get(told.get("referencetype", ""), T.DOCUMENT))
        _read_titles(draft, told)
        for name, variable in _TEXTS.items():
            draft.put(variable, told.get(name, ""), name)
        _read_dates(draft, told)
        _read_pages(draft, told)
        self.read_linked(draft, node.get("id") or "", told)
        return draft

    def read_linked(self, draft: Draft, key: str, told: Mapping[str, str]) -> None:
        """The people, the publishers, the words, the journal and the series."""
        for link, variable in _PEOPLE.items():
            for each in self.linked(link, key):
                draft.add_name(variable, _read_person(each))
        draft.put("publisher", "; ".join(self.names("ReferencePublishers", key)))
        draft.add_words(self.names("ReferenceKeywords", key))
        for each in self.linked("ReferenceOrganizations", key):
            name = _read_person(each)
            if draft.kind is T.THESIS:
                draft.fill("publisher", str(name or ""))
            else:
                draft.add_name("contributor" if "author" in draft.values else "author", name)
        journal = self.by_id.get(told.get("periodicalid", ""))
        for tag, variable in _JOURNAL:
            draft.fill(variable, text_of(journal.find(tag)) if journal is not None else "")
        series = self.by_id.get(told.get("seriestitleid", ""))
        draft.put("collection_title", text_of(series.find("Name")) if series is not None else "")

    def linked(self, link: str, key: str) -> Iterator[etree._Element]:
        """The nodes that a reference is linked to."""
        names = self.links[link].get(key, ())
        return (self.by_id[name] for name in names if name in self.by_id)

    def names(self, link: str, key: str) -> list[str]:
        """The names of the nodes that a reference is linked to."""
        return [name for each in self.linked(link, key) if (name := text_of(each.find("Name")))]

    def read_whole(self, draft: Draft, node: etree._Element) -> None:
        """The book that a contribution is in."""
        if text_of(node.find("ReferenceType")) == "ConferenceProceedings":
            draft.kind = T.PAPER_CONFERENCE
        whole = self.read_alone(node, "").values
        draft.fill("container_title", whole.get("title", ""))
        for variable in _OF_WHOLE:
            if whole.get(variable):
                draft.values.setdefault(variable, whole[variable])
        for name in whole.get("author", ()):
            draft.add_name("container_author", name)


_JOURNAL = (
    ("Name", "container_title"),
    ("StandardAbbreviation", "container_title_short"),
    ("UserAbbreviation1", "container_title_short"),
    ("ISSN", "ISSN"),
)


def _read_titles(draft: Draft, told: Mapping[str, str]) -> None:
    title, subtitle = told.get("title", ""), told.get("subtitle", "")
    draft.put("title", f"{title.rstrip(' :')}: {subtitle}" if title and subtitle else title or subtitle)
    draft.put("title_short", title if subtitle else "")


def _read_dates(draft: Draft, told: Mapping[str, str]) -> None:
    """The day where one is told, else the year."""
    for name in ("date", "year", "dateforsorting"):
        if _YEAR.search(told.get(name, "")):
            draft.put_date("issued", _GERMAN.sub(_as_iso, told[name]))
    draft.put_date("accessed", _GERMAN.sub(_as_iso, told.get("accessdate", "")))


def _as_iso(found: re.Match[str]) -> str:
    day, month, year = found.groups()
    return f"{year}-{int(month):02}-{int(day):02}"


def _read_pages(draft: Draft, told: Mapping[str, str]) -> None:
    """The place in the whole, and the number of pages."""
    draft.put("page", _as_written(told.get("pagerange", "")))
    counted = _as_written(told.get("pagecount", ""))
    last = _LAST_NUMBER.search(counted)
    draft.put("number_of_pages", pages_in(counted) or (last[1] if last else ""))


def _as_written(text: str) -> str:
    """What somebody wrote, of the element's own markup for numbers; of text without markup, itself."""
    found = _WRITTEN.findall(text)
    return found[-1].strip() if found else "" if "<" in text else text


def _read_person(node: etree._Element) -> Name | None:
    first, middle, prefix, last = (
        text_of(node.find(name)) for name in ("FirstName", "MiddleName", "Prefix", "LastName")
    )
    given = " ".join(filter(None, (first, middle)))
    if not given:
        whole = " ".join(filter(None, (prefix, last)))
        return Name(literal=whole) if whole else None
    return Name(last or None, given, non_dropping_particle=prefix or None)
