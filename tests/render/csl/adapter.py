"""Refs as an engine of the official CSL test suite: its JSON in, its result strings out."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[3]))

from refs.model.citation import Citation, CitationMode, Cite, Position
from refs.parse.csl.csljson import read_item
from refs.parse.csl.installed import locale_folder
from refs.parse.csl.locale import chain_locale
from refs.parse.csl.style import parse_style
from refs.render.document import OUTPUTS
from refs.render.session import Session

BODY = '<div class="csl-bib-body">\n{}</div>'
EMPTY = "[CSL STYLE ERROR: reference with no printed form.]"
ENTRY = '  <div class="csl-entry">{}</div>\n'


def installed_locale(lang):
    """The XML of an installed locale, or None."""
    path = locale_folder() / f"locales-{lang}.xml"
    return path.read_text(encoding="utf-8") if path.is_file() else None


def render(
    style_xml,
    locale_loader,
    items,
    mode,
    citations=None,
    citation_items=None,
    bibentries=None,
    bibsection=None,
    abbreviations=None,
):
    """The result of one case."""
    style = parse_style(style_xml)
    items = [{"id": f"item-{at}", **each} for at, each in enumerate(items, 1)]
    locale = chain_locale(style.default_locale or "en-US", locale_loader)
    session = Session(
        style, locale, [read_item(each) for each in items], abbreviations=_default(abbreviations)
    )
    if citations:
        lines = _replay(session, citations)
    else:
        lines = _clusters(session, items, citation_items, bibentries)
    if mode == "citation":
        return "\n".join(lines)
    return _bibliography(session, bibsection)


def _default(abbreviations):
    return (abbreviations or {}).get("default")


def _html(session, marked):
    return OUTPUTS["html"](marked, session.engine.quotes)


def _clusters(session, items, citation_items, bibentries):
    """Citations as makeCitationCluster would render them: every position is given, not found."""
    order = list(dict.fromkeys(str(each["id"]) for each in items))
    if bibentries:
        order = [str(each) for each in bibentries[-1]]
    session.set_document([], order)
    lists = citation_items or [[{"id": each} for each in session.listed]]
    cited = [Citation(tuple(_cite(each, Position.FIRST) for each in cites)) for cites in lists]
    session.set_document(cited, order, registered=order)
    return [_html(session, session.citation_marked(at)) or EMPTY for at in range(len(cited))]


def _replay(session, steps):
    """The document after its last step, with a mark at what that step touched."""
    before = {}
    if len(steps) > 1:
        before = {key: (states, firsts) for key, _, states, firsts in _render_step(session, steps[:-1])}
    last = steps[-1][0].get("citationID")
    rows = _render_step(session, steps)
    moved = {
        each
        for key, _, _, firsts in rows
        if key in before and key != last
        for each in firsts ^ before[key][1]
    }
    moved = {item for item, _ in moved}
    lines = []
    for at, (key, text, states, firsts) in enumerate(rows):
        touched = key == last or before[key][0] != states or any(item in moved for item, _ in firsts)
        lines.append(f"{'>>' if touched else '..'}[{at}] {text}")
    return lines


def _render_step(session, steps):
    """(id, text, all that the text depends on, first notes of its items) of each citation."""
    known, order = {}, []
    for citation, before, after in steps:
        key = citation.get("citationID") or f"c{len(known)}"
        known[key] = citation
        note = citation.get("properties", {}).get("noteIndex", 0)
        order = [*map(tuple, before), (key, note), *map(tuple, after)]
    order = [(key, note) for key, note in order if key in known]
    session.set_document([_citation(known[key], note) for key, note in order])
    rows = []
    for at, (key, _) in enumerate(order):
        text = _html(session, session.citation_marked(at))
        ids = [cite.id for cite in session.citations[at].cites]
        firsts = {(item, place.first_note) for item, place in zip(ids, session.places[at], strict=True)}
        rows.append((key, text, (text, _state(session, at)), firsts))
    return rows


def _state(session, at):
    ids = [cite.id for cite in session.citations[at].cites]
    cited = [cite.id for each in session.citations for cite in each.cites]
    often = [cited.count(key) > 1 for key in ids] if session.disambiguator.has_condition else []
    found = [session.ambiguities.get(key) for key in ids]
    ambiguities = [each and (each.names, each.givens, each.suffix, each.extra) for each in found]
    numbers = [session.numbers[key] for key in ids] if session.engine.numeric else []
    return session.places[at], numbers, ambiguities, often


def _citation(data, note):
    properties = data.get("properties", {})
    mode = CitationMode(properties.get("mode") or "full")
    cites = tuple(_cite(each) for each in data["citationItems"])
    unsorted = bool(properties.get("unsorted"))
    return Citation(cites, data.get("citationID"), note, mode, properties.get("infix", ""), unsorted)


def _cite(data, position=None):
    given = data.get("position")
    if given is not None:
        position = list(Position)[int(given)]
    locator = data.get("locator")
    return Cite(
        str(data["id"]),
        None if locator is None else str(locator),
        data.get("label"),
        data.get("prefix", ""),
        data.get("suffix", ""),
        suppress_author=bool(data.get("suppress-author")),
        author_only=bool(data.get("author-only")),
        position=position,
        near_note=bool(data.get("near-note")),
        first_note=int(data.get("first-reference-note-number") or 0),
    )


def _bibliography(session, section):
    if session.engine.entry is None:
        return "[ERROR]"
    entries = []
    numeric = session.engine.numeric
    for _, marked in session.entries_marked(session.listed_in(section)):
        text = _html(session, marked)
        if not text and numeric:
            text = f"{len(entries) + 1}. {EMPTY}"
        if text:
            entries.append(ENTRY.format(text))
    return BODY.format("".join(entries))
