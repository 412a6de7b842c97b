"""One format into another."""

from collections.abc import Iterable

from refs.errors import UnknownFormat, UnreadableFile
from refs.fetch.readers import READERS
from refs.model.flaw import Flaw
from refs.model.item import Item
from refs.model.reading import Reading
from refs.parse.formats import FORMATS, detect_format, parse_text
from refs.render.formats import WRITERS
from refs.text import decode


def convert_bytes(
    data: bytes, name: str, *, source: str | None, target: str, url: str | None
) -> tuple[str, tuple[Flaw, ...]]:
    """The text in the target format and the flaws of the source; raises UnknownFormat and UnreadableFile."""
    reading = read_bytes(data, name, source, url)
    return write_items(reading.items, target), reading.flaws


def read_bytes(data: bytes, name: str, source: str | None, url: str | None = None) -> Reading:
    """The items in bytes of a format, which is told from their text where no `source` names it."""
    if source is not None and source in READERS:
        return READERS[source](data, url)
    if source is not None and source not in FORMATS:
        raise UnknownFormat(source, [*FORMATS, *READERS])
    text = decode(data)
    form = source or detect_format(name, text)
    if form is None:
        raise UnreadableFile(name, "it is in no bibliography format that refs knows", "Name it with --from.")
    return parse_text(text, form)


def write_items(items: Iterable[Item], target: str) -> str:
    """The items in a format; raises UnknownFormat."""
    writer = WRITERS.get(target)
    if writer is None:
        raise UnknownFormat(target, WRITERS)
    return writer(items)
