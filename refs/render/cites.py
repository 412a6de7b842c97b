"""The cites of one citation: each rendered in sight of the one before it."""

from collections.abc import Sequence

from refs.model.citation import Citation, CitationMode, Cite
from refs.render import marks
from refs.render.collapse import Piece, only_number, only_suffix, suffix_number
from refs.render.context import Context
from refs.render.engine import Engine
from refs.render.punctuation import STOPS, seamed, seamed_prefix
from refs.render.richtext import parse_rich
from refs.text import strip_tags

_CLOSERS = frozenset((marks.UNQUOTE, marks.UNCURLY, marks.UNCURLY_SINGLE))


def write_citation(contexts: Sequence[Context], engine: Engine, citation: Citation) -> str:
    """The citation in its mode, before its punctuation is settled."""
    before, after = engine.cite_wrap
    if len(contexts) == 1 and citation.mode is CitationMode.FULL and _is_bare(contexts[0].cite):
        text = _render(contexts[0], engine, first=True)
        return before + text + after if text else ""
    if citation.mode is CitationMode.AUTHOR_ONLY or any(_is_author_only(each) for each in contexts):
        return author_of(contexts, engine)
    text = engine.joiner.join(join_ready(contexts, engine, citation))
    text = before + text + after if text else ""
    if citation.mode is not CitationMode.COMPOSITE:
        return text
    author = author_of(contexts, engine)
    infix = citation.infix.strip()
    return seamed(" ").join(part for part in (author, infix and parse_rich(infix), text) if part)


def _is_author_only(context: Context) -> bool:
    return context.cite is not None and context.cite.author_only


def _is_bare(cite: Cite | None) -> bool:
    return cite is None or not (cite.prefix or cite.suffix or cite.author_only)


def author_of(contexts: Sequence[Context], engine: Engine) -> str:
    """The author of the first cite as it would stand in the running text."""
    if not contexts:
        return ""
    context = contexts[0]
    context.hide_author = False
    _render(context, engine, first=True)
    return context.first_names or _plain_author(context, engine)


def _plain_author(context: Context, engine: Engine) -> str:
    work = context.work
    context.vars, context.names, context.dates, context.nameset = work.vars, work.names, work.dates, 0
    return engine.author(context)


def join_ready(contexts: Sequence[Context], engine: Engine, citation: Citation) -> list[Piece]:
    """The pieces of a citation, in the order in which they are printed."""
    if citation.mode in (CitationMode.SUPPRESS_AUTHOR, CitationMode.COMPOSITE) and contexts:
        contexts[0].hide_author = True
    joiner, sorter = engine.joiner, engine.citation_sorter
    groups = joiner.groups and len(contexts) > 1 and bool(sorter.keys)
    keys = [sorter.keys_of(context) for context in contexts] if groups else []
    texts = [_render(context, engine, first=not at) for at, context in enumerate(contexts)]
    order = list(range(len(contexts)))
    if groups:
        order = sorter.grouped([context.authors or "" for context in contexts], keys)
    pieces: list[Piece] = []
    names = years = None
    follows = False
    for place, at in enumerate(order):
        context = contexts[at]
        same = context.authors is not None and context.authors == names
        follows = same or (follows and context.authors is None)
        names, year = context.authors or names, context.year_shown
        text = texts[at]
        alone = place > 0 and context.authors is None and names is None and not context.texted
        if joiner.drops_names and (same or alone):
            context.hide_author = same
            context.hide_year = joiner.drops_years and year is not None and year == years
            text = _render(context, engine, first=False)
        years = year
        if text or (context.cite is not None and context.cite.suffix):
            piece = _piece(context, text, follows=follows, alone=len(order) == 1)
            piece.collapsed = joiner.collapses and not context.texted and (same or context.authors is None)
            pieces.append(piece)
    return pieces


def _render(context: Context, engine: Engine, *, first: bool) -> str:
    work = context.work
    context.vars, context.names, context.dates = work.vars, work.names, work.dates
    context.nameset, context.first_names, context.year_shown = 0, None, None
    context.authors, context.texted, context.named = None, False, False
    context.suffix_done = context.called = context.filled = context.located = False
    context.extra_asked = 0
    text = engine.cite(context)
    if marks.FIRST in text:
        text = marks.capitalize_first_term(text, comes_first=_comes_first(context, first))
    return text


def _comes_first(context: Context, first: bool) -> bool:
    """Whether the cite begins a sentence: it opens the citation, or its prefix is a sentence of its own."""
    prefix = marks.bare(context.cite.prefix).rstrip("\"'”’»\u202f\u00a0 ") if context.cite else ""
    if prefix:
        return prefix[-1] in ":.;!?" and " " in context.cite.prefix.strip() if context.cite else False
    return first


def _piece(context: Context, text: str, *, follows: bool, alone: bool) -> Piece:
    cite = context.cite
    dressed = cite is not None and (cite.prefix or cite.suffix)
    prefix, suffix = (
        (_prefix(cite.prefix), _suffix(cite.suffix, text)) if cite is not None and dressed else ("", "")
    )
    piece = Piece(prefix + text + suffix, locator=bool(context.locator), follows=follows)
    if dressed:
        piece.prefixed, piece.suffixed = marks.bare(prefix), marks.bare(suffix)
    if alone:
        return piece
    ambiguity = context.ambiguity
    if ambiguity is not None and ambiguity.suffix:
        if context.locator:
            return piece
        piece.number, piece.lettered = suffix_number(ambiguity.suffix), True
        piece.suffix_only = only_suffix(text)
    elif only_number(text, context.number):
        piece.number = context.number
    return piece


def _prefix(text: str) -> str:
    """The prefix of a cite, with the blank that people leave out."""
    if not text:
        return ""
    end = strip_tags(text).rstrip("\"'”’»\u202f\u00a0 ")[-1:]
    blank = " " if end and (end.isalnum() or end in ":.;!?)],") else ""
    return seamed_prefix(parse_rich(" ".join((text + blank).split(" ")).replace("  ", " ")))


def _suffix(text: str, cite: str) -> str:
    """The suffix of a cite, with the blank that people leave out; its stop collides with a closing quote alone."""
    if not text:
        return ""
    blank = " " if text[0].isalpha() or text[0] in "[(" else ""
    if not _CLOSERS.isdisjoint(cite[-4:]):
        return seamed(blank + parse_rich(text))
    return blank + parse_rich(text) + (marks.TAIL_SEAM if text[-1] in STOPS else "")
