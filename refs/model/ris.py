"""The words of RIS for what CSL calls types and variables: what reader and writer share."""

from collections.abc import Mapping
from functools import lru_cache

from refs.model.item import ItemType as T

KEPT = "ris"
"""The name in `Item.custom` under which stands what a record said and CSL has no variable for."""

TYPES: Mapping[str, T] = {
    "ABST": T.ARTICLE_JOURNAL,
    "ADVS": T.MOTION_PICTURE,
    "AGGR": T.DOCUMENT,
    "ANCIENT": T.CLASSIC,
    "ART": T.GRAPHIC,
    "BILL": T.BILL,
    "BLOG": T.POST_WEBLOG,
    "BOOK": T.BOOK,
    "CASE": T.LEGAL_CASE,
    "CHAP": T.CHAPTER,
    "CHART": T.GRAPHIC,
    "CLSWK": T.CLASSIC,
    "COMP": T.SOFTWARE,
    "CONF": T.PAPER_CONFERENCE,
    "CPAPER": T.PAPER_CONFERENCE,
    "CTLG": T.BOOK,
    "DATA": T.DATASET,
    "DBASE": T.DATASET,
    "DICT": T.ENTRY_DICTIONARY,
    "EBOOK": T.BOOK,
    "ECHAP": T.CHAPTER,
    "EDBOOK": T.BOOK,
    "EJOUR": T.ARTICLE_JOURNAL,
    "ELEC": T.WEBPAGE,
    "ENCYC": T.ENTRY_ENCYCLOPEDIA,
    "EQUA": T.FIGURE,
    "FIGURE": T.GRAPHIC,
    "GEN": T.DOCUMENT,
    "GOVDOC": T.REPORT,
    "GRANT": T.DOCUMENT,
    "GRNT": T.DOCUMENT,
    "HEAR": T.HEARING,
    "ICOMM": T.PERSONAL_COMMUNICATION,
    "INTV": T.INTERVIEW,
    "INPR": T.ARTICLE_JOURNAL,
    "JFULL": T.PERIODICAL,
    "JOUR": T.ARTICLE_JOURNAL,
    "LEGAL": T.REGULATION,
    "MANSCPT": T.MANUSCRIPT,
    "MAP": T.MAP,
    "MGZN": T.ARTICLE_MAGAZINE,
    "MPCT": T.MOTION_PICTURE,
    "MULTI": T.MOTION_PICTURE,
    "MUSIC": T.MUSICAL_SCORE,
    "NEWS": T.ARTICLE_NEWSPAPER,
    "PAMP": T.PAMPHLET,
    "PAT": T.PATENT,
    "PCOMM": T.PERSONAL_COMMUNICATION,
    "POD": T.BROADCAST,
    "PRESS": T.ARTICLE_NEWSPAPER,
    "RPRT": T.REPORT,
    "SER": T.BOOK,
    "SLIDE": T.SPEECH,
    "SOUND": T.SONG,
    "STAND": T.STANDARD,
    "STAT": T.LEGISLATION,
    "THES": T.THESIS,
    "UNBILL": T.BILL,
    "UNPB": T.MANUSCRIPT,
    "UNPD": T.MANUSCRIPT,
    "VIDEO": T.MOTION_PICTURE,
    "WEB": T.WEBPAGE,
}
"""A reference type (TY) and its item type."""

CODES: Mapping[T, str] = {kind: code for code, kind in reversed(list(TYPES.items()))} | {
    T.ARTICLE: "UNPB",
    T.ARTICLE_JOURNAL: "JOUR",
    T.ARTICLE_NEWSPAPER: "NEWS",
    T.BOOK: "BOOK",
    T.BROADCAST: "POD",
    T.CHAPTER: "CHAP",
    T.CLASSIC: "CLSWK",
    T.COLLECTION: "BOOK",
    T.DATASET: "DATA",
    T.DOCUMENT: "GEN",
    T.ENTRY: "ENCYC",
    T.FIGURE: "FIGURE",
    T.GRAPHIC: "ART",
    T.INTERVIEW: "PCOMM",
    T.MANUSCRIPT: "UNPB",
    T.MOTION_PICTURE: "MPCT",
    T.PAPER_CONFERENCE: "CPAPER",
    T.PERSONAL_COMMUNICATION: "PCOMM",
    T.POST: "BLOG",
    T.REPORT: "RPRT",
    T.REVIEW: "JOUR",
    T.REVIEW_BOOK: "JOUR",
    T.SONG: "SOUND",
    T.TREATY: "STAT",
    T.WEBPAGE: "ELEC",
}
"""An item type and its reference type; any other is GEN."""

JOURNALS = frozenset(
    {T.ARTICLE_JOURNAL, T.ARTICLE_MAGAZINE, T.ARTICLE_NEWSPAPER, T.PERIODICAL, T.REVIEW, T.REVIEW_BOOK}
)
"""The item types whose SN is an ISSN."""

PUBLISHED = JOURNALS | {T.BOOK, T.CHAPTER, T.PAPER_CONFERENCE}
"""The item types that libraries everywhere hold: a database is where one was found, not an archive to be cited."""

WHOLE = frozenset({T.BOOK, T.PERIODICAL, T.REPORT, T.MANUSCRIPT, T.PAMPHLET, T.CLASSIC, T.THESIS})
"""The item types that are in nothing, so that their T2 is a series."""

NAMES: Mapping[str, str] = {
    "A1": "author",
    "AU": "author",
    "A2": "editor",
    "ED": "editor",
    "A3": "collection_editor",
    "A4": "translator",
}
TEXTS: Mapping[str, str] = {
    "AB": "abstract",
    "AV": "archive_location",
    "C2": "PMCID",
    "CN": "call_number",
    "CP": "issue",
    "CR": "license",
    "CT": "title",
    "CY": "publisher_place",
    "DB": "archive",
    "DO": "DOI",
    "DP": "source",
    "EP": "page",
    "ET": "edition",
    "H2": "call_number",  # as Citavi writes it
    "IS": "issue",
    "J1": "container_title_short",
    "J2": "container_title_short",
    "JA": "container_title_short",
    "JF": "container_title",
    "JO": "container_title",
    "LA": "language",
    "LK": "URL",
    "OP": "original_title",
    "M3": "genre",
    "N1": "note",
    "N2": "abstract",
    "NV": "number_of_volumes",
    "PB": "publisher",
    "PP": "publisher_place",
    "RI": "reviewed_title",
    "SE": "section",
    "SP": "page",
    "SN": "ISSN",
    "ST": "title_short",
    "T1": "title",
    "T2": "container_title",
    "T3": "collection_title",
    "TI": "title",
    "UR": "URL",
    "VL": "volume",
    "VO": "volume",
}
"""Tags that fill one variable in most types."""

_BOOK = {
    "A2": "collection_editor",
    "A3": "editor",
    "T2": "collection_title",
    "M1": "collection_number",
    "SE": "page",
}
_CHAPTER = {"SE": "chapter_number", "SV": "collection_number", "C2": "container_author", "C5": ""}
_MEETING = {"M1": "issue", "A4": "contributor"}
_LAW = {"ET": "chapter_number", "OP": "references", "M1": "number", "T3": "authority", "C6": "status"}
_IMAGE = {"ET": "version", "C3": "dimensions", "M1": "number", "M3": "medium"}
_FILM = {"C5": "medium", "M3": "medium", "SP": "dimensions", "T2": "collection_title"}
BY_TYPE: Mapping[str, Mapping[str, str]] = {
    "BOOK": _BOOK,
    "EBOOK": {"M1": "collection_number", "NV": "version"},
    "EDBOOK": _BOOK | {"AU": "editor", "A1": "editor"},
    "CLSWK": _BOOK,
    "CTLG": _BOOK | {"A2": "contributor", "SE": "number_of_pages"},
    "PAMP": _BOOK | {"A2": "contributor", "M2": "number_of_pages"},
    "SER": {"C1": "section", "SE": "chapter_number", "M1": "collection_number"},
    "UNPB": {"A2": "collection_editor", "T2": "collection_title", "M1": "number", "T3": "division"},
    "CHAP": _CHAPTER | {"NV": "number_of_volumes", "M1": "number_of_volumes"},
    "ECHAP": _CHAPTER | {"M1": "collection_number"},
    "ENCYC": {"M1": "number"},
    "DICT": {"M1": "number", "SE": "version"},
    "ANCIENT": {"M1": "number", "T3": "volume_title"},
    "CPAPER": _MEETING,
    "CONF": _MEETING,
    "JOUR": {"C7": "number", "M1": "issue"},
    "EJOUR": {"C7": "number", "M1": "issue", "C3": "PMCID", "NV": "number"},
    "MGZN": {"M1": "issue"},
    "NEWS": {"M1": "", "C2": "issue"},
    "ABST": {"M1": "issue"},
    "INPR": {"M1": "issue"},
    "JFULL": {"M1": "issue"},
    "BLOG": {
        "A3": "illustrator",
        "C2": "contributor",
        "SE": "number",
        "VL": "",
        "T3": "publisher",
        "M3": "genre",
    },
    "WEB": {"VL": "", "M1": ""},
    "ELEC": {"VL": "", "M1": ""},
    "THES": {"A3": "contributor", "T2": "division", "M1": "number", "VL": "genre", "M3": "genre"},
    "RPRT": {
        "A2": "collection_editor",
        "A3": "contributor",
        "A4": "contributor",
        "T2": "collection_title",
        "SN": "number",
        "M1": "number",
        "NV": "collection_number",
        "C6": "issue",
    },
    "GOVDOC": {"A2": "contributor", "SN": "number", "M1": "number"},
    "PAT": {
        "A2": "authority",
        "A3": "",
        "SN": "number",
        "SE": "",
        "CN": "",
        "M1": "call_number",
        "OP": "issue",
        "C1": "submitted",
        "C2": "",
        "C4": "contributor",
        "C5": "references",
        "C6": "status",
    },
    "CASE": {
        "A2": "container_title",
        "A3": "",
        "A4": "contributor",
        "PB": "authority",
        "SV": "number",
        "NV": "container_title_short",
        "J2": "",
        "OP": "references",
        "SE": "",
        "T3": "",
        "M3": "",
    },
    "STAT": _LAW | {"T3": "", "CY": "jurisdiction", "PB": "", "NV": "", "RI": ""},
    "BILL": _LAW | {"A2": "author", "A3": "contributor"},
    "HEAR": _LAW | {"T2": "section"},
    "LEGAL": {
        "A2": "authority",
        "VL": "number",
        "OP": "references",
        "M1": "",
        "NV": "",
        "T3": "",
        "T2": "container_title",
    },
    "STAND": {"SN": "number", "T2": "collection_title", "T3": "", "VL": "", "M1": "", "NV": ""},
    "MPCT": _FILM | {"A2": "director", "A3": "producer", "A4": "performer", "C4": "genre"},
    "VIDEO": _FILM | {"A2": "director", "A3": "producer", "A4": "performer", "C1": "performer"},
    "MULTI": {"A2": "collection_editor", "C5": "medium", "M1": "", "T2": "collection_title"},
    "ADVS": {
        "A2": "performer",
        "C5": "medium",
        "C3": "dimensions",
        "M1": "number",
        "NV": "",
        "T3": "collection_title",
    },
    "SOUND": {
        "A2": "performer",
        "C4": "script_writer",
        "C5": "medium",
        "M1": "number",
        "T3": "collection_title",
    },
    "POD": {"M1": "number", "M3": "medium"},
    "SLIDE": {"A2": "author", "T2": "event_title"},
    "INTV": {"A2": "interviewer", "M3": "medium"},
    "MUSIC": {"A4": "producer", "M3": "genre"},
    "COMP": {
        "A2": "collection_editor",
        "ET": "version",
        "M1": "medium",
        "VL": "edition",
        "T2": "collection_title",
        "SP": "",
    },
    "DATA": {
        "A2": "producer",
        "A4": "contributor",
        "ET": "version",
        "IS": "version",
        "NV": "number",
        "SE": "",
    },
    "MAP": {
        "A2": "collection_editor",
        "C1": "scale",
        "T2": "collection_title",
        "SP": "",
        "C3": "dimensions",
        "C2": "",
    },
    "ART": {"C3": "dimensions", "M1": "dimensions", "M3": "medium", "SP": ""},
    "CHART": _IMAGE | {"A2": "", "T2": "", "SP": "", "VL": "dimensions"},
    "FIGURE": _IMAGE | {"A2": "", "T2": "", "SP": "", "VL": "dimensions"},
    "EQUA": _IMAGE | {"A2": "", "T2": "", "SP": "", "VL": "dimensions"},
    "PCOMM": {"A2": "recipient", "M1": "number", "ET": "", "NV": "number"},
    "ICOMM": {"A2": "recipient", "M1": "number"},
    "MANSCPT": {"T2": "archive_collection", "NV": "number", "M1": "", "ET": "", "SE": ""},
    "AGGR": {"M1": "number", "ET": "", "SE": ""},
    "DBASE": {"SN": "number", "ET": ""},
    "GEN": {"M1": "number"},
}
"""What a tag means in records of one type, where that differs (EndNote's mapping of RIS); empty: no variable."""

USUAL: Mapping[str, str] = {
    "abstract": "AB",
    "archive": "DB",
    "archive_location": "AV",
    "author": "AU",
    "call_number": "CN",
    "collection_editor": "A3",
    "collection_title": "T3",
    "container_title": "T2",
    "container_title_short": "J2",
    "DOI": "DO",
    "edition": "ET",
    "editor": "A2",
    "genre": "M3",
    "ISBN": "SN",
    "ISSN": "SN",
    "issue": "IS",
    "language": "LA",
    "note": "N1",
    "number": "M1",
    "number_of_pages": "SP",
    "number_of_volumes": "NV",
    "PMCID": "C2",
    "publisher": "PB",
    "publisher_place": "CY",
    "reviewed_title": "RI",
    "section": "SE",
    "source": "DP",
    "title": "TI",
    "title_short": "ST",
    "translator": "A4",
    "URL": "UR",
    "volume": "VL",
}
"""The tag that a variable is written with."""

_IN_WHOLE: Mapping[str, str] = {"collection_title": "T2", "container_title": "JF"}
"""The tag that a variable is written with in records of what is in nothing, whose T2 is a series."""

PROCEEDINGS: Mapping[str, str] = {"event_title": "T2", "container_title": "C3"}
"""The tags of the titles of a paper that names its conference."""


@lru_cache(maxsize=4096)
def usual_tag(variable: str, code: str) -> str | None:
    """The tag that a variable is written with in a record of this type; M1, which can be anything, only at need."""
    own = BY_TYPE.get(code, {})
    told = [tag for tag, each in own.items() if each == variable and tag != "AU"]
    whole = _IN_WHOLE.get(variable) if TYPES.get(code) in WHOLE else None
    told += [tag for tag in (whole, USUAL.get(variable)) if tag and own.get(tag, variable) == variable]
    return next((tag for tag in told if tag != "M1"), told[0] if told else None)
