"""One format into another."""

from collections.abc import Iterable

from refs.encoding import decode
from refs.errors import UnknownFormat
from refs.fetch.readers import READERS
from refs.library.detecting import form_of
from refs.model.flaw import Flaw, FlawCode
from refs.model.item import Item
from refs.model.reading import Reading
from refs.parse.formats import FORMATS, parse_text
from refs.render.formats import WRITERS


def convert_bytes(
    data: bytes, name: str, *, source: str | None, target: str, url: str | None
) -> tuple[str, int, tuple[Flaw, ...]]:
    """The text in the target format, how many items are in it, and the flaws of the source.

    Raises UnknownFormat and UnreadableFile.
    """
    reading = read_bytes(data, name, source, url)
    nothing = () if reading.items or reading.flaws else (Flaw(FlawCode.UNREAD, f"{name} holds no entry"),)
    return write_items(reading.items, target), len(reading.items), (*reading.flaws, *nothing)


def read_bytes(data: bytes, name: str, source: str | None, url: str | None = None) -> Reading:
    """The items in bytes of a format, which is told from their text where no `source` names it."""
    if source is not None and source in READERS:
        return READERS[source](data, url)
    if source is not None and source not in FORMATS:
        raise UnknownFormat(source, [*FORMATS, *READERS])
    form = source or form_of(data, name)
    return READERS[form](data, url) if form in READERS else parse_text(decode(data), form)


def write_items(items: Iterable[Item], target: str) -> str:
    """The items in a format; raises UnknownFormat."""
    writer = WRITERS.get(target)
    if writer is None:
        raise UnknownFormat(target, WRITERS)
    return writer(items)
