"""Notices that hang on an item: retracted, corrected, superseded; kept with it and told wherever it is looked at."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from refs.model.article import Finding
from refs.model.fetched import Notice, NoticeKind
from refs.model.flaw import Flaw, FlawCode
from refs.model.item import Item
from refs.store.store import Store

KEY = "notices"
"""Where an item's `custom` keeps them."""

_GRAVE = {f"notice-{kind}" for kind in (NoticeKind.RETRACTION, NoticeKind.EXPRESSION_OF_CONCERN)}
_WORDS: Mapping[NoticeKind, str] = {
    NoticeKind.RETRACTION: "This work was retracted",
    NoticeKind.EXPRESSION_OF_CONCERN: "The journal has expressed concern about this work",
    NoticeKind.CORRECTION: "This work was corrected",
    NoticeKind.NEWER_LABEL: "There is a newer label",
    NoticeKind.NEWER_VERSION: "There is a newer version",
    NoticeKind.PREPRINT_PUBLISHED: "This preprint was published",
    NoticeKind.UPDATED: "The source was updated",
    NoticeKind.MODIFIED: "The page was modified",
}


def with_notices(item: Item, notices: Iterable[Notice]) -> Item:
    """The item with these notices in the place of those that it had."""
    kept = [_as_data(notice) for notice in notices]
    custom = {name: value for name, value in item.custom.items() if name != KEY}
    return item.replace(custom={**custom, KEY: kept} if kept else custom)


def and_notices(item: Item, notices: Iterable[Notice]) -> Item:
    """The item with these notices beside those that it had, each kind once."""
    old = [data for data in item.custom.get(KEY, ()) if isinstance(data, Mapping)]
    told = {data.get("kind") for data in old}
    new = [_as_data(notice) for notice in notices if str(notice.kind) not in told]
    return item.replace(custom={**item.custom, KEY: [*old, *new]}) if new else item


def notice_findings(item: Item) -> Iterator[Finding]:
    """What the item's notices have to tell, the worst first, with codes such as ``notice-retraction``."""
    for data in item.custom.get(KEY, ()):
        if isinstance(data, Mapping) and data.get("kind") in set(NoticeKind):
            yield Finding(f"notice-{data['kind']}", _sentence(data), text=data.get("label"))


def is_retracted(item: Item) -> bool:
    """Whether a notice says that the work was retracted."""
    return any(finding.code == f"notice-{NoticeKind.RETRACTION}" for finding in notice_findings(item))


def flaws_for_citing(store: Store, items: Iterable[Item]) -> list[Flaw]:
    """What whoever cites the items has to know: their flaws, and that one was retracted or is doubted by its journal."""
    return [flaw for item in items for flaw in (*store.flaws(item.id), *_grave(item))]


def _grave(item: Item) -> Iterator[Flaw]:
    for finding in notice_findings(item):
        if finding.code in _GRAVE:
            yield Flaw(FlawCode.RETRACTED, finding.message, item.id)


def _as_data(notice: Notice) -> dict[str, Any]:
    data = {
        "kind": str(notice.kind),
        "source": notice.source,
        "identifier": str(notice.identifier) if notice.identifier else None,
        "date": str(notice.date) if notice.date else None,
        "label": notice.label,
    }
    return {name: value for name, value in data.items() if value}


def _sentence(data: Mapping[str, Any]) -> str:
    words = _WORDS[NoticeKind(data["kind"])]
    when = f" ({data['date']})" if data.get("date") else ""
    where = f": {data['identifier']}" if data.get("identifier") else ""
    return f"{words}{when}{where}, says {data.get('source', 'its source')}."
