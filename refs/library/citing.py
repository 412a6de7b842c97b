"""Citations and numbered bibliographies of what the library holds."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from refs.library.notices import flaws_for_citing
from refs.model.citation import Citation, Cite
from refs.parse.csl.installed import load_locale, load_style, style_names
from refs.render.document import render_document

if TYPE_CHECKING:
    from collections.abc import Sequence

    from refs.library.holdings import Holdings
    from refs.model.flaw import Flaw
    from refs.model.item import Item
    from refs.model.locale import Locale
    from refs.model.style import Style
    from refs.render.document import Document


@dataclass(frozen=True)
class Printed:
    """A bibliography as text, its entries as (number, key, text), and the flaws of its items."""

    text: str
    entries: tuple[tuple[int, str, str], ...]
    flaws: tuple[Flaw, ...] = ()


def find_styles(words: Sequence[str]) -> list[str]:
    """The names of the styles that contain all of the words."""
    wanted = [word.lower() for word in words]
    return [name for name in style_names() if all(word in name for word in wanted)]


@lru_cache(maxsize=16)
def _style(name: str) -> Style:
    return load_style(name)


@lru_cache(maxsize=16)
def _locale(language: str) -> Locale:
    return load_locale(language)


def render(
    items: Sequence[Item],
    style_name: str,
    language: str | None = None,
    output: str = "plain",
    citations: Sequence[Citation] = (),
) -> Document:
    """The items' bibliography and the citations in a style, by name."""
    style = _style(style_name)
    locale = _locale(language or style.default_locale or "en-US")
    return render_document(style, locale, [_with_event(item) for item in items], citations, output=output)


def _with_event(item: Item) -> Item:
    """The item with its event under the older name too, which many published styles ask for."""
    return item.replace(event=item.event_title) if item.event_title and not item.event else item


def bibliography(
    library: Holdings,
    names: Sequence[str],
    *,
    style: str,
    article: str | None,
    locale: str | None,
    output: str,
    number: bool | None,
) -> Printed:
    """The bibliography of the named items, of an article in its order, or of all items in the style's order."""
    keys, numbers = _cited(library, article) if article is not None else (library.resolve(names), ())
    if article is None and not names:
        keys = library.store.keys()
    items = library.store.get_items(list(dict.fromkeys(keys)))
    document = render(items, style, locale, output)
    texts = {entry.id: entry.text for entry in document.bibliography.entries}
    order = keys if article is not None else [entry.id for entry in document.bibliography.entries]
    places = numbers or range(1, len(order) + 1)
    entries = tuple(
        (place, key, texts[key]) for place, key in zip(places, order, strict=True) if key in texts
    )
    flaws = flaws_for_citing(library.store, items)
    return Printed(_join(entries, output=output, number=number), entries, (*flaws, *document.warnings))


def _cited(library: Holdings, article: str) -> tuple[list[str], list[int]]:
    """The keys of an article's entries in its order, and the numbers that it prints."""
    stored = library.article(article)
    cited = [(entry, key) for entry, key in zip(stored.entries, stored.keys, strict=True) if key]
    return [key for _, key in cited], [entry.number or entry.position for entry, _ in cited]


def _join(entries: Sequence[tuple[int, str, str]], *, output: str, number: bool | None) -> str:
    """The entries a line each; in plain text a number stands before each that the style gave none."""
    if output != "plain":
        return "\n".join(text for _, _, text in entries)
    width = len(str(max((place for place, _, _ in entries), default=0)))
    return "\n".join(_numbered(place, text, width, number=number) for place, _, text in entries)


def _numbered(place: int, text: str, width: int, *, number: bool | None) -> str:
    own = _OWN_NUMBER.match(text)
    if own and own.group(2) == str(place):
        rest = text[own.end() :].lstrip()
        return (
            rest
            if number is False
            else f"{own.group(1):>{width + len(own.group(1)) - len(own.group(2))}} {rest}"
        )
    return text if number is False else f"{place:>{width}}. {text}"


def without_number(text: str) -> str:
    """An entry without the number that a numeric style puts before it, in plain text and in markup.

    >>> without_number("1. Basit H."), without_number("[2]Maust DT.")
    ('Basit H.', 'Maust DT.')
    """
    margin = _MARGIN.match(text)
    if margin:
        return margin.group(1)
    own = _OWN_NUMBER.match(text)
    return text[own.end() :].lstrip() if own else text


def is_numeric(style: str) -> bool:
    """Whether the style's citations are numbers."""
    return _style(style).info.citation_format == "numeric"


# <div class="csl-left-margin">1. </div><div class="csl-right-inline">Basit H.</div>
_MARGIN = re.compile(
    r"\s*<div class=\"csl-left-margin\">.{0,200}?</div>\s*<div class=\"csl-right-inline\">(.*)</div>\s*$",
    re.DOTALL,
)
# 1. or [1] or (1) or 1 before the words of an entry
_OWN_NUMBER = re.compile(r"([\[(]?(\d+)[\])]?[.:]?)(?:\s+|(?<=[\]).:])|(?=[A-Z“\"]))")


def cite(
    library: Holdings,
    names: Sequence[str],
    *,
    style: str,
    locale: str | None,
    locator: str | None,
    output: str,
) -> str:
    """The citation of the named items as one marker, an empty line, and their entries."""
    items = [library.get(key) for key in library.resolve(names)]
    label, _, place = (locator or "").partition(" ")
    cites = tuple(
        Cite(item.id, locator=place or label or None, label=_LABELS.get(label) if place else None)
        for item in items
    )
    document = render(items, style, locale, output, (Citation(cites),))
    entries = "\n".join(entry.text for entry in document.bibliography.entries)
    return f"{document.citations[0].text}\n\n{entries}"


_LABELS = {
    "p.": "page",
    "pp.": "page",
    "ch.": "chapter",
    "chap.": "chapter",
    "sec.": "section",
    "vol.": "volume",
    "fig.": "figure",
}
