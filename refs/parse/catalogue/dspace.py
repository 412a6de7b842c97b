"""DSpace's intermediate metadata (DIM), alone or in METS, → Items (DSpace, "DIM" and its Dublin Core registry)."""

from collections.abc import Iterator, Mapping

from lxml import etree

from refs.model.flaw import Flaw
from refs.model.item import Item
from refs.model.item import ItemType as T
from refs.model.reading import Reading
from refs.parse.draft import Draft
from refs.parse.extents import pages_in
from refs.parse.people import read_person
from refs.parse.series import split_series
from refs.parse.tree import read_records, text_of

KEPT = "dspace"
"""The name in `Item.custom` under which stands what has no CSL variable."""

_TYPES = (
    ("chapter", T.CHAPTER),
    ("book section", T.CHAPTER),
    ("book part", T.CHAPTER),
    ("book review", T.REVIEW_BOOK),
    ("book", T.BOOK),
    ("monograph", T.BOOK),
    ("preprint", T.ARTICLE),
    ("working paper", T.REPORT),
    ("report", T.REPORT),
    ("thes", T.THESIS),
    ("dissertation", T.THESIS),
    ("proceedings", T.PAPER_CONFERENCE),
    ("conference", T.PAPER_CONFERENCE),
    ("presentation", T.SPEECH),
    ("newspaper", T.ARTICLE_NEWSPAPER),
    ("article", T.ARTICLE_JOURNAL),
    ("journal", T.ARTICLE_JOURNAL),
    ("dataset", T.DATASET),
    ("software", T.SOFTWARE),
    ("image", T.GRAPHIC),
    ("map", T.MAP),
    ("video", T.MOTION_PICTURE),
    ("recording", T.SONG),
    ("patent", T.PATENT),
    ("web", T.WEBPAGE),
)
"""A word of ``type`` and the item type, the first that fits."""

_TEXTS: Mapping[str, tuple[str, ...]] = {
    "title": ("title",),
    "container_title": ("title.parent", "bibliographicCitation.title", "relation.ispartof"),
    "volume": ("bibliographicCitation.volume",),
    "issue": ("bibliographicCitation.issue",),
    "event_title": ("bibliographicCitation.conferencename",),
    "event_place": ("bibliographicCitation.conferenceplace",),
    "publisher_place": ("publisher.place",),
    "publisher": ("publisher",),
    "edition": ("description.edition",),
    "abstract": ("description.abstract",),
    "language": ("language.iso", "language"),
    "DOI": ("identifier.doi",),
    "ISBN": ("identifier.isbn",),
    "ISSN": ("identifier.issn",),
    "URL": ("identifier.uri", "identifier.url"),
    "license": ("rights.uri", "rights"),
}
"""The variables, and the elements with their qualifiers, of which the first that is there fills one."""
_PEOPLE: Mapping[str, tuple[str, ...]] = {
    "author": ("contributor.author", "creator"),
    "editor": ("contributor.editor",),
    "illustrator": ("contributor.illustrator",),
    "translator": ("contributor.translator",),
    "contributor": ("contributor.other", "contributor"),
}


def parse_dspace(text: str) -> Reading:
    """The items of DSpace's metadata."""
    return read_records(text, "DSpace metadata", lambda root: root.iter("dim"), _read)


def _read(record: etree._Element, default_id: str, flaws: list[Flaw]) -> Item:
    fields = _Fields(record)
    draft = Draft(KEPT, default_id, _type_of(fields), flaws)
    for variable, names in _TEXTS.items():
        draft.put(variable, fields.first(*names))
    for variable, names in _PEOPLE.items():
        for name in next(filter(None, map(fields.every, names)), []):
            draft.add_name(variable, read_person(name))
    for name in ("date.issued", "date.copyright", "date.created", "date.submitted", "date"):
        draft.put_date("issued", fields.first(name))
    series, number = split_series(fields.first("relation.ispartofseries"))
    draft.put("collection_title", series)
    draft.put("collection_number", number)
    _read_pages(draft, fields)
    draft.add_words(fields.every("subject", any_qualifier=True))
    return draft.item()


def _type_of(fields: "_Fields") -> T:
    """The item type by the words for it; without such words, what has a place in a journal is an article."""
    told = " ".join(fields.every("type")).lower().replace("_", " ").replace("-", " ")
    found = next((kind for word, kind in _TYPES if word in told), None)
    placed = fields.first("title.parent", "bibliographicCitation.title", "identifier.issn")
    return found or (T.ARTICLE_JOURNAL if placed else T.DOCUMENT)


def _read_pages(draft: Draft, fields: "_Fields") -> None:
    draft.put("page", fields.first("format.pagerange").lower().removeprefix("pp.").removeprefix("p.").strip())
    if "page" not in draft.values:
        draft.put_pages(
            fields.first("bibliographicCitation.stpage"), fields.first("bibliographicCitation.endpage")
        )
    counted = fields.first("format.pages", "format.extent")
    draft.put("number_of_pages", pages_in(counted) or (counted if counted.isdecimal() else ""))


class _Fields:
    """The texts of a record by element and qualifier, as ``contributor.author``."""

    def __init__(self, record: etree._Element) -> None:
        self.listed = list(_texts(record))

    def every(self, name: str, *, any_qualifier: bool = False) -> list[str]:
        """The texts of an element with its qualifier, or of all its qualifiers."""
        return [
            text
            for told, text in self.listed
            if told == name or (any_qualifier and told.startswith(f"{name}."))
        ]

    def first(self, *names: str) -> str:
        """The first text of the first name that has one."""
        return next((text for name in names for text in self.every(name)), "")


def _texts(record: etree._Element) -> Iterator[tuple[str, str]]:
    for each in record.iterfind("field"):
        name = ".".join(filter(None, (each.get("element"), each.get("qualifier"))))
        if text := text_of(each):
            yield name, text
