"""Item: one work, with the variables of CSL 1.0.2 as fields."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from enum import StrEnum
from typing import Any, Self

from refs.model.date import Date
from refs.model.identifier import Identifier
from refs.model.name import Name
from refs.model.provenance import Provenance

Names = tuple[Name, ...]


class ItemType(StrEnum):
    """The item types of CSL 1.0.2 (appendix III)."""

    ARTICLE = "article"
    ARTICLE_JOURNAL = "article-journal"
    ARTICLE_MAGAZINE = "article-magazine"
    ARTICLE_NEWSPAPER = "article-newspaper"
    BILL = "bill"
    BOOK = "book"
    BROADCAST = "broadcast"
    CHAPTER = "chapter"
    CLASSIC = "classic"
    COLLECTION = "collection"
    DATASET = "dataset"
    DOCUMENT = "document"
    ENTRY = "entry"
    ENTRY_DICTIONARY = "entry-dictionary"
    ENTRY_ENCYCLOPEDIA = "entry-encyclopedia"
    EVENT = "event"
    FIGURE = "figure"
    GRAPHIC = "graphic"
    HEARING = "hearing"
    INTERVIEW = "interview"
    LEGAL_CASE = "legal_case"
    LEGISLATION = "legislation"
    MANUSCRIPT = "manuscript"
    MAP = "map"
    MOTION_PICTURE = "motion_picture"
    MUSICAL_SCORE = "musical_score"
    PAMPHLET = "pamphlet"
    PAPER_CONFERENCE = "paper-conference"
    PATENT = "patent"
    PERFORMANCE = "performance"
    PERIODICAL = "periodical"
    PERSONAL_COMMUNICATION = "personal_communication"
    POST = "post"
    POST_WEBLOG = "post-weblog"
    REGULATION = "regulation"
    REPORT = "report"
    REVIEW = "review"
    REVIEW_BOOK = "review-book"
    SOFTWARE = "software"
    SONG = "song"
    SPEECH = "speech"
    STANDARD = "standard"
    THESIS = "thesis"
    TREATY = "treaty"
    WEBPAGE = "webpage"


@dataclass(frozen=True, kw_only=True)
class Item:
    """One work. A field that is not known is None, or an empty tuple for names.

    Strings may carry the rich text of CSL-JSON (``<i>``, ``<sup>``, ``<span class="nocase">`` …). `custom` keeps
    what has no CSL variable. `provenance` says for each field (by its name here) where it came from.
    """

    id: str
    type: ItemType = ItemType.DOCUMENT

    # names
    author: Names = ()
    chair: Names = ()
    collection_editor: Names = ()
    compiler: Names = ()
    composer: Names = ()
    container_author: Names = ()
    contributor: Names = ()
    curator: Names = ()
    director: Names = ()
    editor: Names = ()
    editor_translator: Names = ()
    editorial_director: Names = ()
    executive_producer: Names = ()
    guest: Names = ()
    host: Names = ()
    illustrator: Names = ()
    interviewer: Names = ()
    narrator: Names = ()
    organizer: Names = ()
    original_author: Names = ()
    performer: Names = ()
    producer: Names = ()
    recipient: Names = ()
    reviewed_author: Names = ()
    script_writer: Names = ()
    series_creator: Names = ()
    translator: Names = ()

    # dates
    accessed: Date | None = None
    available_date: Date | None = None
    event_date: Date | None = None
    issued: Date | None = None
    original_date: Date | None = None
    submitted: Date | None = None

    # numbers
    chapter_number: str | None = None
    citation_number: str | None = None
    collection_number: str | None = None
    edition: str | None = None
    first_reference_note_number: str | None = None
    issue: str | None = None
    locator: str | None = None
    number: str | None = None
    number_of_pages: str | None = None
    number_of_volumes: str | None = None
    page: str | None = None
    page_first: str | None = None
    part_number: str | None = None
    printing_number: str | None = None
    section: str | None = None
    supplement_number: str | None = None
    version: str | None = None
    volume: str | None = None

    # strings
    abstract: str | None = None
    annote: str | None = None
    archive: str | None = None
    archive_collection: str | None = None
    archive_location: str | None = None
    archive_place: str | None = None
    authority: str | None = None
    call_number: str | None = None
    citation_key: str | None = None
    citation_label: str | None = None
    collection_title: str | None = None
    container_title: str | None = None
    container_title_short: str | None = None
    dimensions: str | None = None
    division: str | None = None
    DOI: str | None = None
    event: str | None = None
    event_place: str | None = None
    event_title: str | None = None
    genre: str | None = None
    ISBN: str | None = None
    ISSN: str | None = None
    jurisdiction: str | None = None
    keyword: str | None = None
    language: str | None = None
    license: str | None = None
    medium: str | None = None
    note: str | None = None
    original_publisher: str | None = None
    original_publisher_place: str | None = None
    original_title: str | None = None
    part_title: str | None = None
    PMCID: str | None = None
    PMID: str | None = None
    publisher: str | None = None
    publisher_place: str | None = None
    references: str | None = None
    reviewed_genre: str | None = None
    reviewed_title: str | None = None
    scale: str | None = None
    source: str | None = None
    status: str | None = None
    title: str | None = None
    title_short: str | None = None
    URL: str | None = None
    volume_title: str | None = None
    volume_title_short: str | None = None
    year_suffix: str | None = None

    # beyond CSL
    identifiers: tuple[Identifier, ...] = ()
    custom: Mapping[str, Any] = field(default_factory=dict)
    provenance: Mapping[str, Provenance] = field(default_factory=dict, compare=False)

    @classmethod
    def build(cls, values: Mapping[str, Any]) -> Self:
        """The Item of a mapping of field names to values, without the cost of naming every absent field."""
        item = object.__new__(cls)
        item.__dict__.update(_EMPTY)
        item.__dict__.update(values)
        return item

    def replace(self, **changes: Any) -> Self:
        """A copy with other values in these fields."""
        item = object.__new__(type(self))
        item.__dict__.update(self.__dict__)
        item.__dict__.update(changes)
        return item

    def source_of(self, field: str) -> Provenance | None:
        """Where a field came from; the name ``*`` in `provenance` speaks for all fields that it does not name."""
        return self.provenance.get(field) or self.provenance.get("*")

    def is_set_by_person(self, field: str) -> bool:
        """Whether a field is a person's word."""
        source = self.source_of(field)
        return source is not None and source.by_person

    def filled(self) -> Iterator[tuple[str, Any]]:
        """The CSL variables that have a value, as (field name, value), in the order of the class."""
        values = self.__dict__
        if len(values) > _FEW:
            return ((name, values[name]) for name in VARIABLES if values.get(name))
        names = [name for name in values if name in _PLACES and values[name]]
        return ((name, values[name]) for name in sorted(names, key=_PLACES.__getitem__))


_EMPTY: Mapping[str, Any] = {"custom": {}, "provenance": {}}

_BEYOND = {"id", "type", "identifiers", "custom", "provenance"}
VARIABLES: tuple[str, ...] = tuple(each.name for each in fields(Item) if each.name not in _BEYOND)
"""The fields that are CSL variables, in the order of the class."""

_PLACES = {name: place for place, name in enumerate(VARIABLES)}
_FEW = 40
"""With so few fields named, it is cheaper to sort those than to ask for every variable."""

NAME_VARIABLES = frozenset(VARIABLES[: VARIABLES.index("accessed")])
DATE_VARIABLES = frozenset(VARIABLES[VARIABLES.index("accessed") : VARIABLES.index("chapter_number")])
NUMBER_VARIABLES = frozenset(VARIABLES[VARIABLES.index("chapter_number") : VARIABLES.index("abstract")])
STRING_VARIABLES = frozenset(VARIABLES[VARIABLES.index("abstract") :])
