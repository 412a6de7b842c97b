"""The words of EndNote for what CSL calls types: what the readers and writers of its two formats share."""

from collections.abc import Mapping

from refs.model.item import ItemType as T

KEPT = "endnote"
"""The name in `Item.custom` under which stands what a record said and CSL has no variable for."""

TYPES: Mapping[str, tuple[T, int]] = {
    "Journal Article": (T.ARTICLE_JOURNAL, 17),
    "Book": (T.BOOK, 6),
    "Book Section": (T.CHAPTER, 5),
    "Web Page": (T.WEBPAGE, 12),
    "Report": (T.REPORT, 27),
    "Thesis": (T.THESIS, 32),
    "Conference Paper": (T.PAPER_CONFERENCE, 47),
    "Conference Proceedings": (T.PAPER_CONFERENCE, 10),
    "Newspaper Article": (T.ARTICLE_NEWSPAPER, 23),
    "Magazine Article": (T.ARTICLE_MAGAZINE, 19),
    "Generic": (T.DOCUMENT, 13),
    "Aggregated Database": (T.DOCUMENT, 55),
    "Ancient Text": (T.CLASSIC, 51),
    "Artwork": (T.GRAPHIC, 2),
    "Audio": (T.SONG, 0),
    "Audiovisual Material": (T.MOTION_PICTURE, 3),
    "Bill": (T.BILL, 4),
    "Blog": (T.POST_WEBLOG, 56),
    "Case": (T.LEGAL_CASE, 7),
    "Catalog": (T.BOOK, 8),
    "Chart or Table": (T.FIGURE, 38),
    "Classical Work": (T.CLASSIC, 49),
    "Computer Program": (T.SOFTWARE, 9),
    "Dataset": (T.DATASET, 59),
    "Dictionary": (T.ENTRY_DICTIONARY, 52),
    "Discussion Forum": (T.POST, 0),
    "Edited Book": (T.BOOK, 28),
    "Electronic Article": (T.ARTICLE_JOURNAL, 43),
    "Electronic Book": (T.BOOK, 44),
    "Electronic Book Section": (T.CHAPTER, 60),
    "Electronic Source": (T.WEBPAGE, 12),
    "Equation": (T.FIGURE, 39),
    "Encyclopedia": (T.ENTRY_ENCYCLOPEDIA, 53),
    "Figure": (T.FIGURE, 37),
    "Film or Broadcast": (T.MOTION_PICTURE, 21),
    "Government Document": (T.REPORT, 46),
    "Grant": (T.DOCUMENT, 54),
    "Hearing": (T.HEARING, 14),
    "Interview": (T.INTERVIEW, 0),
    "Legal Rule or Regulation": (T.REGULATION, 50),
    "Manuscript": (T.MANUSCRIPT, 36),
    "Map": (T.MAP, 20),
    "Music": (T.MUSICAL_SCORE, 61),
    "Online Database": (T.DATASET, 45),
    "Online Multimedia": (T.MOTION_PICTURE, 48),
    "Pamphlet": (T.PAMPHLET, 24),
    "Patent": (T.PATENT, 25),
    "Personal Communication": (T.PERSONAL_COMMUNICATION, 26),
    "Podcast": (T.BROADCAST, 62),
    "Press Release": (T.ARTICLE_NEWSPAPER, 63),
    "Serial": (T.BOOK, 57),
    "Social Media": (T.POST, 66),
    "Standard": (T.STANDARD, 58),
    "Statute": (T.LEGISLATION, 31),
    "Television Episode": (T.BROADCAST, 64),
    "Unpublished Work": (T.MANUSCRIPT, 34),
    "Conference": (T.PAPER_CONFERENCE, 0),
}
"""A reference type, its item type, and its number in EndNote XML."""

CODES: Mapping[T, str] = {kind: name for name, (kind, _) in reversed(list(TYPES.items()))} | {
    T.ARTICLE: "Unpublished Work",
    T.ARTICLE_JOURNAL: "Journal Article",
    T.BOOK: "Book",
    T.CHAPTER: "Book Section",
    T.COLLECTION: "Book",
    T.DATASET: "Dataset",
    T.ENTRY: "Encyclopedia",
    T.GRAPHIC: "Artwork",
    T.MANUSCRIPT: "Manuscript",
    T.MOTION_PICTURE: "Film or Broadcast",
    T.PERIODICAL: "Serial",
    T.REPORT: "Report",
    T.REVIEW: "Journal Article",
    T.REVIEW_BOOK: "Journal Article",
    T.SONG: "Audiovisual Material",
    T.SPEECH: "Conference Paper",
    T.TREATY: "Statute",
    T.WEBPAGE: "Web Page",
}
"""An item type and its reference type; any other is Generic."""

NUMBERS: Mapping[str, str] = {
    str(number): name for name, (_, number) in reversed(list(TYPES.items())) if number
} | {"0": "Journal Article", "1": "Book", "16": "Web Page"}
"""A number in EndNote XML and its reference type, when the name is not given."""

JOURNALS = frozenset(
    {T.ARTICLE_JOURNAL, T.ARTICLE_MAGAZINE, T.ARTICLE_NEWSPAPER, T.PERIODICAL, T.REVIEW, T.REVIEW_BOOK}
)
"""The item types whose isbn is an ISSN."""

ISSUED = JOURNALS | {T.PAPER_CONFERENCE}
"""The item types whose number in the tagged format is the issue."""

WHOLE = frozenset({T.BOOK, T.PERIODICAL, T.REPORT, T.MANUSCRIPT, T.PAMPHLET, T.CLASSIC, T.THESIS})
"""The item types that are in nothing, so that their secondary title is a series."""

FACES: Mapping[str, str] = {"bold": "b", "italic": "i", "superscript": "sup", "subscript": "sub"}
"""A face of EndNote XML's style element, and the tag of CSL-JSON's rich text; several are nested in this order."""

TEXTS: Mapping[str, str] = {
    "electronic-resource-num": "DOI",
    "abstract": "abstract",
    "notes": "note",
    "language": "language",
    "remote-database-name": "archive",
    "remote-database-provider": "source",
}
"""The elements of EndNote XML that hold one text, by the field of an item that it is; read and written alike."""

RIS_CODES: Mapping[str, str] = {
    "Aggregated Database": "AGGR",
    "Ancient Text": "ANCIENT",
    "Artwork": "ART",
    "Audiovisual Material": "ADVS",
    "Bill": "BILL",
    "Blog": "BLOG",
    "Book": "BOOK",
    "Book Section": "CHAP",
    "Case": "CASE",
    "Catalog": "CTLG",
    "Chart or Table": "CHART",
    "Classical Work": "CLSWK",
    "Computer Program": "COMP",
    "Conference": "CPAPER",
    "Conference Paper": "CPAPER",
    "Conference Proceedings": "CONF",
    "Dataset": "DATA",
    "Dictionary": "DICT",
    "Edited Book": "EDBOOK",
    "Electronic Article": "EJOUR",
    "Electronic Book": "EBOOK",
    "Electronic Book Section": "ECHAP",
    "Electronic Source": "ELEC",
    "Encyclopedia": "ENCYC",
    "Equation": "EQUA",
    "Figure": "FIGURE",
    "Film or Broadcast": "MPCT",
    "Government Document": "GOVDOC",
    "Grant": "GRANT",
    "Hearing": "HEAR",
    "Interview": "INTV",
    "Journal Article": "JOUR",
    "Legal Rule or Regulation": "LEGAL",
    "Magazine Article": "MGZN",
    "Manuscript": "MANSCPT",
    "Map": "MAP",
    "Music": "MUSIC",
    "Newspaper Article": "NEWS",
    "Online Database": "DBASE",
    "Online Multimedia": "MULTI",
    "Pamphlet": "PAMP",
    "Patent": "PAT",
    "Personal Communication": "PCOMM",
    "Podcast": "POD",
    "Press Release": "PRESS",
    "Report": "RPRT",
    "Serial": "SER",
    "Standard": "STAND",
    "Statute": "STAT",
    "Thesis": "THES",
    "Unpublished Work": "UNPB",
    "Web Page": "WEB",
}
"""A reference type and the one of RIS that EndNote exports it as; any other is GEN."""

ELEMENTS: Mapping[str, str] = {
    "contributors/authors": "AU",
    "contributors/secondary-authors": "A2",
    "contributors/tertiary-authors": "A3",
    "contributors/subsidiary-authors": "A4",
    "titles/secondary-title": "T2",
    "titles/tertiary-title": "T3",
    "pages": "SP",
    "volume": "VL",
    "number": "",
    "num-vols": "NV",
    "edition": "ET",
    "section": "SE",
    "reviewed-item": "RI",
    "pub-location": "CY",
    "publisher": "PB",
    "orig-pub": "OP",
    "isbn": "SN",
    "accession-num": "AN",
    "call-num": "CN",
    "work-type": "M3",
    "custom1": "C1",
    "custom2": "C2",
    "custom3": "C3",
    "custom4": "C4",
    "custom5": "C5",
    "custom6": "C6",
    "custom7": "C7",
}
"""The elements of EndNote XML that mean one thing in one type and another in another, and their tags in RIS.

The tag of the number depends on the type: `number_tag`.
"""

MORE_ELEMENTS: Mapping[str, str] = {"issue": "IS", "misc1": "M1", "misc2": "M3"}
"""The elements of Zotero and Mendeley for what EndNote has in other elements, and their tags in RIS."""


def number_tag(code: str) -> str:
    """The tag of RIS that the number of a record of this type is exported with."""
    return {"BOOK": "M1", "CHAP": "SV", "CASE": "SV"}.get(code, "IS" if code in _ISSUED else "M1")


_ISSUED = frozenset({"JOUR", "EJOUR", "MGZN", "NEWS", "PRESS"})
