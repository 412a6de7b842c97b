"""What a saved answer of a service knows, laid over the items that lack something."""

from __future__ import annotations

from typing import TYPE_CHECKING

from refs.library.completion import complete

if TYPE_CHECKING:
    from collections.abc import Iterable

    from refs.library.holdings import Holdings
    from refs.model.item import Item


def fill_in(library: Holdings, records: Iterable[Item], detail: str) -> tuple[str, ...]:
    """The keys of the unresolved items that records complete, each stored; what a person set stays.

    `detail` says in the log where the records are from.
    """
    if not library.store.count(unresolved=True):
        return ()
    with library.store.event("import", detail):
        return tuple(key for record in records if (key := _fill(library, record)) is not None)


def _fill(library: Holdings, record: Item) -> str | None:
    key = library.store.find_present(record)
    if key is None or not library.store.get_stored(key).is_unresolved:
        return None
    completed, changes = complete(library.get(key), record, library.now())
    library.store.update_item(key, completed)
    return key if changes else None
