"""The words of BibTeX and biblatex for what CSL calls types and variables: what reader and writer share."""

import re
from collections.abc import Iterable, Mapping

from refs.model.item import DATE_VARIABLES, NAME_VARIABLES, NUMBER_VARIABLES, STRING_VARIABLES
from refs.model.item import ItemType as T

KEPT = "bibtex"
"""The name in `Item.custom` under which stands what an entry said and CSL has no variable for."""

TYPES: Mapping[str, tuple[T, str | None]] = {
    "article": (T.ARTICLE_JOURNAL, None),
    "artwork": (T.GRAPHIC, None),
    "audio": (T.SONG, None),
    "blog": (T.POST_WEBLOG, None),
    "blogpost": (T.POST_WEBLOG, None),
    "bill": (T.BILL, None),
    "book": (T.BOOK, None),
    "bookinbook": (T.CHAPTER, None),
    "booklet": (T.BOOK, None),
    "collection": (T.BOOK, None),
    "conference": (T.PAPER_CONFERENCE, None),
    "data": (T.DATASET, None),
    "dataset": (T.DATASET, None),
    "electronic": (T.WEBPAGE, None),
    "hearing": (T.HEARING, None),
    "image": (T.GRAPHIC, None),
    "inbook": (T.CHAPTER, None),
    "incollection": (T.CHAPTER, None),
    "inproceedings": (T.PAPER_CONFERENCE, None),
    "inreference": (T.ENTRY_ENCYCLOPEDIA, None),
    "interview": (T.INTERVIEW, None),
    "jurisdiction": (T.LEGAL_CASE, None),
    "legal": (T.TREATY, None),
    "legislation": (T.LEGISLATION, None),
    "letter": (T.PERSONAL_COMMUNICATION, None),
    "magazine": (T.ARTICLE_MAGAZINE, None),
    "manual": (T.REPORT, "manual"),
    "map": (T.MAP, None),
    "masterthesis": (T.THESIS, "Master’s thesis"),
    "mastersthesis": (T.THESIS, "Master’s thesis"),
    "misc": (T.DOCUMENT, None),
    "movie": (T.MOTION_PICTURE, None),
    "music": (T.SONG, None),
    "mvbook": (T.BOOK, None),
    "mvcollection": (T.BOOK, None),
    "mvproceedings": (T.BOOK, None),
    "mvreference": (T.BOOK, None),
    "newspaper": (T.ARTICLE_NEWSPAPER, None),
    "online": (T.WEBPAGE, None),
    "patent": (T.PATENT, None),
    "performance": (T.PERFORMANCE, None),
    "periodical": (T.PERIODICAL, None),
    "phdthesis": (T.THESIS, "PhD thesis"),
    "presentation": (T.SPEECH, None),
    "proceedings": (T.BOOK, None),
    "reference": (T.BOOK, None),
    "report": (T.REPORT, None),
    "review": (T.REVIEW, None),
    "score": (T.MUSICAL_SCORE, None),
    "software": (T.SOFTWARE, None),
    "softwaremodule": (T.SOFTWARE, None),
    "softwareversion": (T.SOFTWARE, None),
    "codefragment": (T.SOFTWARE, None),
    "standard": (T.STANDARD, None),
    "suppbook": (T.CHAPTER, None),
    "suppcollection": (T.CHAPTER, None),
    "suppperiodical": (T.ARTICLE_JOURNAL, None),
    "talk": (T.SPEECH, None),
    "techreport": (T.REPORT, None),
    "thesis": (T.THESIS, None),
    "unpublished": (T.MANUSCRIPT, None),
    "video": (T.MOTION_PICTURE, None),
    "webpage": (T.WEBPAGE, None),
    "www": (T.WEBPAGE, None),
    "book_section": (T.CHAPTER, None),
    "conference_proceedings": (T.PAPER_CONFERENCE, None),
    "computer_program": (T.SOFTWARE, None),
    "encyclopedia_article": (T.ENTRY_ENCYCLOPEDIA, None),
    "film": (T.MOTION_PICTURE, None),
    "journal_article": (T.ARTICLE_JOURNAL, None),
    "magazine_article": (T.ARTICLE_MAGAZINE, None),
    "newspaper_article": (T.ARTICLE_NEWSPAPER, None),
    "preprint": (T.ARTICLE, None),
    "television_broadcast": (T.BROADCAST, None),
    "web_page": (T.WEBPAGE, None),
    "webpage_article": (T.WEBPAGE, None),
    "working_paper": (T.REPORT, None),
}
"""An entry type, the item type and the genre that it says."""

ENTRY_TYPES: Mapping[T, tuple[str, str]] = {
    T.ARTICLE: ("misc", "online"),
    T.ARTICLE_JOURNAL: ("article", "article"),
    T.ARTICLE_MAGAZINE: ("article", "article"),
    T.ARTICLE_NEWSPAPER: ("article", "article"),
    T.BILL: ("misc", "legislation"),
    T.BOOK: ("book", "book"),
    T.BROADCAST: ("misc", "audio"),
    T.CHAPTER: ("incollection", "incollection"),
    T.CLASSIC: ("book", "book"),
    T.COLLECTION: ("misc", "misc"),
    T.DATASET: ("misc", "dataset"),
    T.ENTRY: ("incollection", "inreference"),
    T.ENTRY_DICTIONARY: ("incollection", "inreference"),
    T.ENTRY_ENCYCLOPEDIA: ("incollection", "inreference"),
    T.GRAPHIC: ("misc", "image"),
    T.HEARING: ("misc", "jurisdiction"),
    T.LEGAL_CASE: ("misc", "jurisdiction"),
    T.LEGISLATION: ("misc", "legislation"),
    T.MANUSCRIPT: ("unpublished", "unpublished"),
    T.MOTION_PICTURE: ("misc", "movie"),
    T.MUSICAL_SCORE: ("misc", "misc"),
    T.PAMPHLET: ("booklet", "booklet"),
    T.PAPER_CONFERENCE: ("inproceedings", "inproceedings"),
    T.PATENT: ("misc", "patent"),
    T.PERFORMANCE: ("misc", "performance"),
    T.PERIODICAL: ("book", "periodical"),
    T.PERSONAL_COMMUNICATION: ("misc", "letter"),
    T.POST: ("misc", "online"),
    T.POST_WEBLOG: ("misc", "online"),
    T.REPORT: ("techreport", "report"),
    T.REVIEW: ("article", "article"),
    T.REVIEW_BOOK: ("article", "article"),
    T.SOFTWARE: ("misc", "software"),
    T.SONG: ("misc", "music"),
    T.SPEECH: ("misc", "unpublished"),
    T.STANDARD: ("misc", "standard"),
    T.THESIS: ("phdthesis", "thesis"),
    T.TREATY: ("misc", "legal"),
    T.WEBPAGE: ("misc", "online"),
}
"""An item type and the entry types that BibTeX and biblatex have for it; any other is misc."""


def _with_csl(own: Mapping[str, str], variables: Iterable[str]) -> dict[str, str]:
    """BibTeX's own fields, and behind them the names that CSL gives, in lower case as BibTeX compares them."""
    names = {name.replace("_", "-").lower(): name for name in sorted(variables)}
    return {**own, **{name: variable for name, variable in names.items() if name not in own}}


VERBATIM: Mapping[str, str] = {
    "doi": "DOI",
    "isbn": "ISBN",
    "issn": "ISSN",
    "pmcid": "PMCID",
    "pmid": "PMID",
    "url": "URL",
    "bdsk-url-1": "URL",
    "ee": "URL",
}
"""Fields that hold what a machine reads."""

_OWN_NAMES = {
    "author": "author",
    "bookauthor": "container_author",
    "collaborator": "contributor",
    "commentator": "contributor",
    "compiler": "compiler",
    "contributor": "contributor",
    "contributors": "contributor",
    "director": "director",
    "editor": "editor",
    "editors": "editor",
    "illustrator": "illustrator",
    "interviewer": "interviewer",
    "origauthor": "original_author",
    "scriptwriter": "script_writer",
    "serieseditor": "collection_editor",
    "translator": "translator",
}
NAMES: Mapping[str, str] = _with_csl(_OWN_NAMES, NAME_VARIABLES)
"""Fields that hold names."""

_OWN_TEXTS = {
    "abstract": "abstract",
    "addendum": "note",
    "address": "publisher_place",
    "annotation": "annote",
    "annote": "annote",
    "article-number": "number",
    "booktitle": "container_title",
    "call-number": "call_number",
    "chapter": "chapter_number",
    "city": "publisher_place",
    "collection": "collection_title",
    "conference": "event_title",
    "copyright": "license",
    "edition": "edition",
    "fjournal": "container_title",
    "eid": "number",
    "eventtitle": "event_title",
    "institution": "publisher",
    "issue": "issue",
    "issuetitle": "volume_title",
    "item-number": "number",
    "journal": "container_title",
    "journalabbr": "container_title_short",
    "journaltitle": "container_title",
    "keywords": "keyword",
    "langid": "language",
    "language": "language",
    "library": "call_number",
    "license": "license",
    "maintitle": "container_title",
    "location": "publisher_place",
    "medium": "medium",
    "note": "note",
    "number": "number",
    "numpages": "number_of_pages",
    "organization": "publisher",
    "origlocation": "original_publisher_place",
    "origpublisher": "original_publisher",
    "origtitle": "original_title",
    "page": "page",
    "pages": "page",
    "pagetotal": "number_of_pages",
    "part": "part_number",
    "publisher": "publisher",
    "pubstate": "status",
    "reviewedtitle": "reviewed_title",
    "rights": "license",
    "school": "publisher",
    "section": "section",
    "series": "collection_title",
    "shortjournal": "container_title_short",
    "shorttitle": "title_short",
    "title": "title",
    "type": "genre",
    "venue": "event_place",
    "version": "version",
    "volume": "volume",
    "volumes": "number_of_volumes",
}
TEXTS: Mapping[str, str] = _with_csl(
    _OWN_TEXTS, NUMBER_VARIABLES | (STRING_VARIABLES - set(VERBATIM.values()))
)
"""Fields that hold text in LaTeX."""

_OWN_DATES = {
    "date": "issued",
    "eventdate": "event_date",
    "lastaccessed": "accessed",
    "lastchecked": "accessed",
    "lastvisited": "accessed",
    "accessdate": "accessed",
    "urlaccessdate": "accessed",
    "origdate": "original_date",
    "origyear": "original_date",
    "urldate": "accessed",
}
DATES: Mapping[str, str] = _with_csl(_OWN_DATES, DATE_VARIABLES)
"""Fields that hold a date; year, month and day are read together."""

ROLES: Mapping[str, str] = {
    "collaborator": "contributor",
    "compiler": "compiler",
    "curator": "curator",
    "director": "director",
    "organizer": "organizer",
    "producer": "producer",
    "scriptwriter": "script_writer",
}
"""What an editor did, by ``editortype``, where CSL has a variable for it."""

TITLES = frozenset(
    {"title", "container_title", "collection_title", "original_title", "reviewed_title", "volume_title"}
)
"""The variables in which braces keep the case."""

LISTS = frozenset({"publisher", "publisher_place", "original_publisher", "original_publisher_place"})
"""The variables whose fields are lists to biblatex, with ``and`` between their members."""

SUBTITLES: Mapping[str, str] = {
    "title": "subtitle",
    "booktitle": "booksubtitle",
    "maintitle": "mainsubtitle",
    "issuetitle": "issuesubtitle",
    "journal": "journalsubtitle",
    "journaltitle": "journalsubtitle",
}
"""The field of the second half of a title, for each field of the first."""

WRITTEN_TWICE: Mapping[str, str] = {"journaltitle": "journal", "location": "address"}
"""Fields of biblatex beside which an entry for BibTeX says the same in BibTeX's own field."""

JOURNAL_TYPES = frozenset(
    {T.ARTICLE_JOURNAL, T.ARTICLE_MAGAZINE, T.ARTICLE_NEWSPAPER, T.REVIEW, T.REVIEW_BOOK, T.PERIODICAL}
)
"""The item types whose number is the issue and whose container is a journal."""


def variable_of(field: str, kind: T) -> str | None:
    """The variable that a text field fills in an item of this type."""
    if field == "number":
        return number_variable(kind)
    if field in {"eid", "article-number"}:
        return "number" if kind in JOURNAL_TYPES else None
    return TEXTS.get(field)


def is_count(pages: str) -> bool:
    """Whether pages are a number of them, such as "xii, 253 p.", and no range.

    >>> is_count("xii, 253 p."), is_count("12--34")
    (True, False)
    """
    return _RANGE.search(pages) is None


# 12--34, ix–xi
_RANGE = re.compile(r"\w\s*[-–—−]+\s*\w")


def number_variable(kind: T) -> str:
    """What ``number`` counts: the issue of a journal, the place in a series of books, or the work itself."""
    if kind in JOURNAL_TYPES:
        return "issue"
    return "collection_number" if kind in _SERIAL else "number"


COUNTED = frozenset({T.BOOK, T.THESIS})
"""The item types whose ``pages``, where they are no range, tell how many there are."""

_SERIAL = frozenset({T.BOOK, T.CHAPTER, T.PAPER_CONFERENCE, T.ENTRY_ENCYCLOPEDIA, T.PAMPHLET})


def field_of(variable: str, kind: T, *, biblatex: bool) -> str | None:
    """The field that a variable goes to in an item of this type."""
    if variable == number_variable(kind):
        return "number"
    if variable == "number":
        return "eid" if kind in JOURNAL_TYPES else "item-number"
    if variable == "container_title" and kind in JOURNAL_TYPES:
        return "journaltitle" if biblatex else "journal"
    if variable == "publisher":
        return _publisher_field(kind, biblatex=biblatex)
    return (_BIBLATEX if biblatex else _BIBTEX).get(variable)


def _publisher_field(kind: T, *, biblatex: bool) -> str:
    if kind is T.THESIS:
        return "institution" if biblatex else "school"
    if kind is T.REPORT:
        return "institution"
    return "organization" if kind is T.WEBPAGE else "publisher"


_BIBTEX = {variable: field for field, variable in reversed({**TEXTS, **NAMES, **VERBATIM}.items())} | {
    "container_title": "booktitle",
    "note": "note",
    "publisher_place": "address",
    "language": "language",
    "number_of_pages": "pagetotal",
    "annote": "annote",
    "call_number": "library",
    "issue": "issue",
    "number": "number",
    "page": "pages",
    "URL": "url",
    "contributor": "contributor",
    "collection_title": "series",
    "license": "copyright",
    "container_title_short": "shortjournal",
    "event_title": "eventtitle",
    "accessed": "urldate",
    "event_date": "eventdate",
    "original_date": "origdate",
    "issued": "year",
}
_BIBLATEX = _BIBTEX | {
    "publisher_place": "location",
    "annote": "annotation",
    "language": "langid",
    "issued": "date",
}
