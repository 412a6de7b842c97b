"""Style, locale, items and citations → citations and bibliography: the face of render/."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from refs.errors import UnknownFormat
from refs.model.citation import Citation
from refs.model.flaw import Flaw, FlawCode
from refs.model.item import Item
from refs.model.locale import Locale
from refs.model.style import Style
from refs.render.marks import LEFT_MARGIN, RIGHT_INLINE, bare, clean
from refs.render.output.html import write_html
from refs.render.output.latex import write_latex
from refs.render.output.markdown import write_markdown
from refs.render.output.markup import Quotes
from refs.render.output.plain import write_plain
from refs.render.output.rtf import write_rtf
from refs.render.output.runs import Run, write_runs
from refs.render.session import Abbreviations, Session

OUTPUTS: dict[str, Callable[[str, Quotes], str]] = {
    "plain": write_plain,
    "html": write_html,
    "markdown": write_markdown,
    "rtf": write_rtf,
    "latex": write_latex,
}


class _Marked:
    """A text that is printed, with the marks of its formatting."""

    __slots__ = ()
    marked: str
    quotes: Quotes

    @property
    def runs(self) -> tuple[Run, ...]:
        """The text in pieces of one formatting each."""
        return write_runs(self.marked, self.quotes)


@dataclass(frozen=True, slots=True)
class RenderedCitation(_Marked):
    """A citation as it is printed."""

    text: str
    ids: tuple[str, ...]
    marked: str
    quotes: Quotes


@dataclass(frozen=True, slots=True)
class BibliographyEntry(_Marked):
    """An entry as it is printed."""

    id: str
    number: int | None
    text: str
    marked: str
    quotes: Quotes


@dataclass(frozen=True, slots=True)
class Bibliography:
    """The entries, and how the style wants them set."""

    entries: tuple[BibliographyEntry, ...] = ()
    hanging_indent: bool = False
    entry_spacing: int = 1
    line_spacing: int = 1
    second_field_align: str | None = None

    @property
    def max_offset(self) -> int:
        """How many characters the widest left margin has; 0 where the style aligns no second field."""
        if self.second_field_align is None:
            return 0
        return max((_offset(entry.marked) for entry in self.entries), default=0)


@dataclass(frozen=True, slots=True)
class Document:
    """Everything that was rendered, and what was wrong with the data."""

    citations: tuple[RenderedCitation, ...]
    bibliography: Bibliography
    warnings: tuple[Flaw, ...] = ()


def render_document(
    style: Style,
    locale: Locale,
    items: Sequence[Item],
    citations: Sequence[Citation] = (),
    output: str = "plain",
    *,
    uncited: Sequence[str] = (),
    abbreviations: Abbreviations | None = None,
) -> Document:
    """The citations and the bibliography; without citations the bibliography holds all items."""
    write = OUTPUTS.get(output)
    if write is None:
        raise UnknownFormat(output, OUTPUTS)
    session = Session(style, locale, items, abbreviations=abbreviations)
    session.set_document(citations, uncited if citations else tuple(session.works))
    if not locale.found:
        message = f"no locale is installed for '{locale.lang}'; the words are those of en-US"
        session.warnings.append(Flaw(FlawCode.MISSING, message))
    rendered = tuple(_citation(session, at, write) for at in range(len(session.citations)))
    return Document(rendered, _bibliography(session, write), tuple(session.warnings))


def _citation(session: Session, at: int, write: Callable[[str, Quotes], str]) -> RenderedCitation:
    marked, quotes = session.render_citation(at), session.engine.quotes
    ids = tuple([cite.id for cite in session.citations[at].cites])
    return RenderedCitation(write(marked, quotes), ids, marked, quotes)


def _bibliography(session: Session, write: Callable[[str, Quotes], str]) -> Bibliography:
    part = session.engine.style.bibliography
    if part is None:
        return Bibliography()
    quotes = session.engine.quotes
    marked = [(key, text or _fallback(session, key)) for key, text in session.entries_marked(session.listed)]
    entries = tuple(
        BibliographyEntry(key, session.numbers.get(key), write(text, quotes).strip(), text, quotes)
        for key, text in marked
    )
    return Bibliography(
        entries,
        part.hanging_indent,
        part.entry_spacing,
        part.line_spacing,
        part.second_field_align,
    )


def _fallback(session: Session, key: str) -> str:
    """What stands for an item of which the style prints nothing, and a warning.

    An item that says too little shows its title or id; of one that has names or dates the style leaves the entry
    out on purpose (signed encyclopedia entries only, no personal communications …).
    """
    session.warnings.append(Flaw(FlawCode.MISSING, "the style prints nothing of this item", key))
    work = session.works[key]
    return "" if work.names or work.dates else work.vars.get("title") or clean(key)


def _offset(marked: str) -> int:
    """How many characters stand in the left margin of an entry."""
    start = marked.find(LEFT_MARGIN)
    return len(bare(marked[start : marked.find(RIGHT_INLINE, start)])) if start >= 0 else 0
