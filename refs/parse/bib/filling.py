"""What is known of an entry while its fields are read: the variables filled so far, and what is kept besides."""

from functools import lru_cache
from typing import Any

from refs.model.bibtex import WRITTEN_TWICE, field_of
from refs.model.flaw import Flaw
from refs.model.item import ItemType
from refs.parse.bib.entry import Entry


class Filling:
    """The variables of one entry as they are filled.

    `fields` has the fields that fill none, as they stand; `names` the field of a variable that came in another than
    the usual; `tex` a text and the LaTeX that it was read from, where the writer would write otherwise.
    """

    kind: ItemType

    def __init__(self, entry: Entry, flaws: list[Flaw], key: str) -> None:
        self.entry, self.flaws, self.key = entry, flaws, key
        self.values: dict[str, Any] = {}
        self.fields: dict[str, str] = {}
        self.names: dict[str, str] = {}
        self.tex: dict[str, list[str]] = {}

    def put(self, variable: str, field: str, value: Any) -> None:
        """Fill a variable from a field; a second field for it is kept as it stands."""
        if variable in self.values or not value:
            if self.values.get(variable) != value or WRITTEN_TWICE.get(self.names.get(variable, "")) != field:
                self.keep(field)
            return
        self.values[variable] = value
        if _usual_field(variable, self.kind) != field:
            self.names[variable] = field

    def keep(self, field: str) -> None:
        """Keep a field that fills no variable."""
        self.fields[field] = self.entry.fields[field].strip()


@lru_cache(maxsize=2_000)
def _usual_field(variable: str, kind: ItemType) -> str | None:
    return field_of(variable, kind, biblatex=False)
