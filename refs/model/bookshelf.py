"""Chapters of NCBI's Bookshelf as NCBI prints them, with dates that no style has a place for."""

from refs.model.date import Date
from refs.model.initials import short_name
from refs.model.item import Item

_MONTHS = ("", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


_EDITORS = ("editor", "editors")


def print_date(date: Date | None) -> str:
    """A date as NCBI prints it: ``2021 Nov 4``."""
    if date is None or date.year is None:
        return ""
    parts = [
        str(date.year),
        *([_MONTHS[date.month]] if date.month else []),
        *([str(date.day)] if date.day else []),
    ]
    return " ".join(parts)


def nlm_citation(item: Item) -> str:
    """The reference as NCBI prints it under "Cite this page".

    `Item.custom` holds under ``posted`` and ``updated`` when the chapter was, under ``book_date`` the book's own dates.
    """
    custom = item.custom
    authors = ", ".join(map(short_name, item.author))
    editors = ", ".join([*map(short_name, item.editor), *_EDITORS[: len(item.editor)][-1:]])
    book = " ".join(part for part in (item.container_title, "[Internet]" if item.URL else "") if part)
    parts = [
        _stop(authors),
        _stop(item.title),
        _stop(" ".join(part for part in (custom.get("posted"), custom.get("updated")) if part)),
        f"In: {_stop(editors)} {_stop(book)}".replace("  ", " ") if book else "",
        _stop(_imprint(item, str(custom.get("book_date") or ""))),
        f"Available from: {item.URL}" if item.URL else "",
    ]
    return " ".join(part for part in parts if part)


def _imprint(item: Item, dates: str) -> str:
    place = f"{item.publisher_place}: " if item.publisher_place else ""
    return f"{place}{item.publisher or ''}; {dates}".strip("; ")


def _stop(text: str | None) -> str:
    if not text:
        return ""
    return text if text.endswith(".") else f"{text}."
