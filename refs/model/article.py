"""Article: its markers, its reference list, and where each stands in the source."""

from dataclasses import dataclass
from enum import StrEnum

from refs.model.item import Item


class Format(StrEnum):
    """The formats an article can have."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"
    DOCX = "docx"
    WORDPRESS = "wordpress"


class MarkerKind(StrEnum):
    """The forms of a marker."""

    BRACKET = "bracket"
    PAREN = "paren"
    SUPERSCRIPT = "superscript"
    GLUED = "glued"
    FOOTNOTE = "footnote"
    CITEKEY = "citekey"
    AUTHOR_YEAR = "author-year"
    FIELD = "field"


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open range of characters of the decoded source."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Marker:
    """A citation as the article prints it.

    `numbers` is the expansion of ``[3–5]`` to 3, 4, 5; `keys` holds footnote names or citation keys instead.
    """

    raw: str
    span: Span
    kind: MarkerKind
    numbers: tuple[int, ...] = ()
    keys: tuple[str, ...] = ()
    context: str = ""


@dataclass(frozen=True, slots=True)
class ListEntry:
    """One entry of the reference list: its printed number or key, its text, its place, and the Item it is.

    `raw` is the text as the format writes it, `text` what a reader sees, `links` the addresses behind the words, and
    `data` an entry that the source keeps as CSL-JSON.
    """

    raw: str
    span: Span
    position: int
    number: int | None = None
    key: str | None = None
    item: Item | None = None
    text: str = ""
    links: tuple[str, ...] = ()
    data: str | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to tell about an article; `code` is stable and listed in docs/findings.md."""

    code: str
    message: str
    span: Span | None = None
    number: int | None = None
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """What was read of an article. Spans are offsets in `source`, the decoded text.

    `lists` are the spans of the reference lists; `encoding` is how the source was written; `extent` is the part
    of the source that the article takes up where that is not all.
    """

    path: str
    format: Format
    source: str
    title: str | None = None
    markers: tuple[Marker, ...] = ()
    entries: tuple[ListEntry, ...] = ()
    findings: tuple[Finding, ...] = ()
    links: tuple[str, ...] = ()
    lists: tuple[Span, ...] = ()
    encoding: str = "utf-8"
    extent: Span | None = None
