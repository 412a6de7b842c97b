"""A web page that a browser saved: it says itself where it came from."""

import re

from refs.fetch.webpage.read import read_webpage
from refs.model.fetched import SourceReading

# <!-- saved from url=(0024)https://clinic.example/x --> of Chrome and Edge; SingleFile's note is a comment too
_SAVED = re.compile(
    rb"<!--\s{0,9}(?:saved from url=\(\d{1,6}\)|Page saved with SingleFile\s{1,9}url:\s{0,9})(https?://[^\s<>]{1,2000})",
    re.IGNORECASE,
)
_BEGINNING = 8_000


def read_saved_page(data: bytes, url: str | None = None) -> SourceReading:
    """The item of a web page from a file; none where it has no title. A `url` counts more than what the page says."""
    return read_webpage(data, url or saved_from(data))


def saved_from(data: bytes) -> str | None:
    r"""The address that a browser wrote into a page when it saved it.

    >>> saved_from(b"<!DOCTYPE html>\n<!-- saved from url=(0024)https://clinic.example/x -->")
    'https://clinic.example/x'
    """
    found = _SAVED.search(data[:_BEGINNING])
    return found[1].decode("utf-8", "replace") if found else None
