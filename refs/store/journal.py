"""The journal: what was done, and the way back.

While an event is recorded, triggers keep how each row was before it changed. Undoing puts those rows back in
reverse order, and is an event itself, so that it can be undone.
"""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from refs.errors import CannotUndo
from refs.model.event import Event
from refs.store.database import Database, Row

_EVENTS = """
SELECT events.*, (SELECT coalesce(sum(coalesce(last, row) - row + 1), 0) FROM changes WHERE event_id = events.id)
  AS changes FROM events
"""
_LATER = """
SELECT max(later.event_id) FROM changes AS mine JOIN changes AS later
  ON later."table" = mine."table" AND later.row BETWEEN mine.row AND coalesce(mine.last, mine.row)
JOIN events ON events.id = later.event_id
WHERE mine.event_id = ?1 AND later.event_id > ?1 AND events.undone_by IS NULL AND events.undoes IS NULL
"""
_LAST = """
undone_by IS NULL AND undoes IS NULL AND EXISTS (SELECT 1 FROM changes WHERE event_id = events.id)
"""


class Journal(Database):
    """The tables `events` and `changes`."""

    @contextmanager
    def event(self, verb: str, detail: str = "", *, resume: int | None = None) -> Iterator[int]:
        """A block whose changes are one line of the log and are undone together; blocks inside it join it.

        What comes back is the event's number. With that, a later block can `resume` the event, if it is still there.
        """
        with self.transaction():
            if self._event is not None:
                yield self._event
                return
            self._event = self._open_event(resume) or self._new_event(verb, detail)
            self._connection.execute("INSERT INTO recording VALUES (?)", [self._event])
            try:
                yield self._event
                self._end_event(self._event)
            finally:
                self._event = None

    def log(self, *, limit: int | None = 50) -> list[Event]:
        """What was done, the last first."""
        rows = self.rows(f"{_EVENTS} ORDER BY id DESC LIMIT ?", [-1 if limit is None else limit])
        return [_event_of(row) for row in rows]

    def undo(self, number: int | None = None) -> Event:
        """Take back an event, or the last that was not taken back; the event that was undone.

        CannotUndo when there is none, or when a later event changed the same rows: undo that first.
        """
        with self.transaction():
            event = self._undoable(number)
            with self.event("undo", f"{event.verb} {event.detail}".strip()):
                self._connection.execute("UPDATE events SET undoes = ? WHERE id = ?", [event.id, self._event])
                self._connection.execute(
                    "UPDATE events SET undone_by = ? WHERE id = ?", [self._event, event.id]
                )
                if event.undoes is not None:
                    self._connection.execute(
                        "UPDATE events SET undone_by = NULL WHERE id = ?", [event.undoes]
                    )
                self._put_back(event.id)
        return event

    def _new_event(self, verb: str, detail: str) -> int:
        found = self._connection.execute(
            'INSERT INTO events ("when", verb, detail, uid) VALUES (?, ?, ?, ?)',
            (self.now(), verb, detail[:2_000], int.from_bytes(os.urandom(8), "little") >> 2),
        )
        return int(found.lastrowid or 0)

    def _open_event(self, number: int | None) -> int | None:
        """The number, where that event is there and was not taken back."""
        found = self.value("SELECT id FROM events WHERE id = ? AND undone_by IS NULL", [number])
        return None if found is None else int(found)

    def _end_event(self, number: int) -> None:
        self._connection.execute("DELETE FROM recording")
        if self.value("SELECT 1 FROM changes WHERE event_id = ?", [number]) is None:
            self._connection.execute("DELETE FROM events WHERE id = ? AND undoes IS NULL", [number])

    def _undoable(self, number: int | None) -> Event:
        which = _LAST if number is None else "id = ?"
        row = self.row(
            f"{_EVENTS} WHERE {which} ORDER BY id DESC LIMIT 1", [] if number is None else [number]
        )
        if row is None:
            raise CannotUndo(
                number, "nothing was done that could be undone" if number is None else "no such event"
            )
        event = _event_of(row)
        if event.undone_by is not None:
            raise CannotUndo(event.id, f"it was undone already, by event {event.undone_by}")
        if not event.changes:
            raise CannotUndo(event.id, "it was done in another copy of the library")
        later = self.value(_LATER, [event.id])
        if later is not None:
            raise CannotUndo(event.id, f"event {later} changed the same things later; undo that first")
        return event

    def _put_back(self, event: int) -> None:
        rows = self.rows("SELECT * FROM changes WHERE event_id = ? ORDER BY id DESC", [event])
        for row in rows:
            if row["before"] is None:
                self._take_away(row)
            elif row["table"] == "items":
                self._restore_item(row["row"], json.loads(row["before"]))
            else:
                self._restore(row["table"], row["row"], json.loads(row["before"]))

    def _take_away(self, row: Row) -> None:
        self._connection.execute(
            f'DELETE FROM "{row["table"]}" WHERE id BETWEEN ? AND ?', [row["row"], row["last"] or row["row"]]
        )

    def _restore(self, table: str, number: int, before: dict[str, Any]) -> None:
        names = ", ".join(f'"{name}"' for name in before)
        marks = ", ".join("?" for _ in before)
        changes = ", ".join(f'"{name}" = excluded."{name}"' for name in before)
        self._connection.execute(
            f'INSERT INTO "{table}" (id, {names}) VALUES (?, {marks}) ON CONFLICT (id) DO UPDATE SET {changes}',
            [number, *before.values()],
        )

    def _restore_item(self, number: int, before: dict[str, Any]) -> None:
        raise NotImplementedError


def _event_of(row: Row) -> Event:
    return Event(
        row["id"],
        row["when"],
        row["verb"],
        row["detail"] or "",
        row["changes"],
        row["undoes"],
        row["undone_by"],
    )
