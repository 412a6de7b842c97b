"""The entries of a file as a library takes them: of a bibliography, or of what a service answered."""

from collections.abc import Sequence
from pathlib import Path

from refs.encoding import decode
from refs.errors import UnknownFormat, UnreadableFile
from refs.model.flaw import Flaw
from refs.model.reading import Reading
from refs.parse.formats import FORMATS, parse_text


def check_form(form: str) -> None:
    """Raise UnknownFormat where nothing reads files of this format."""
    if form not in FORMATS:
        from refs.fetch.readers import READERS  # noqa: PLC0415  # many, and slow to import

        if form not in READERS:
            raise UnknownFormat(form, [*FORMATS, *READERS])


def read_entries(data: bytes, form: str, when: str, url: str | None = None) -> Reading:
    """The items in bytes of a format or of a service, with where each field is from, and the flaws.

    The items of a service are as `refs add` stores them: with their notices and the moment (`when`), and without a
    key, since the service gave none. `url` is where a web page came from.
    """
    if form in FORMATS:
        return parse_text(decode(data), form)
    from refs.fetch.readers import READERS  # noqa: PLC0415  # likewise
    from refs.fetch.settle import stamp  # noqa: PLC0415  # likewise
    from refs.library.notices import with_notices  # noqa: PLC0415  # likewise

    reading = READERS[form](data, url)
    items = (with_notices(item, reading.notices.get(item.id, ())) for item in reading.items)
    return Reading(tuple(stamp(item, when).replace(id="") for item in items), reading.flaws)


def nothing_read(path: str | Path, flaws: Sequence[Flaw]) -> UnreadableFile:
    """The error for a file of which no entry could be read: its first flaw says why."""
    why = flaws[0].message if flaws else "it holds no entry"
    return UnreadableFile(path, why, "Nothing was added.")
