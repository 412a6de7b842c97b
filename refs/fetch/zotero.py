"""A Zotero library, by its Web API v3 (``pyzotero`` holds bibtexparser back at version 1, so the few calls are ours)."""

from collections.abc import Iterator

from refs.errors import ServiceDown
from refs.fetch.decode import load_json
from refs.fetch.http import Http

BATCH = 100
"""Items that one answer holds at most (Zotero Web API v3, "Sorting and Pagination")."""


def ask_zotero(http: Http, library: str, *, group: bool = False, key: str | None = None) -> Iterator[bytes]:
    """The top-level items of a Zotero library, a batch at a time, as the JSON that `parse_zotero_json` reads.

    `library` is the number of a user or a group, `key` an API key where the library is private. Raises ServiceDown.
    """
    base = f"{http.services.zotero}/{'groups' if group else 'users'}/{library}/items/top"
    start = total = 0
    while start <= total:
        asked = {"format": "json", "v": "3", "limit": str(BATCH), "start": str(start)}
        answer = http.get(
            base, service="zotero", params=asked, secrets={"Zotero-API-Key": key} if key else None
        )
        if answer.status != 200:
            raise ServiceDown(
                "Zotero", answer.trouble or _REASONS.get(answer.status, f"HTTP {answer.status}")
            )
        if answer.truncated or not isinstance(load_json(answer.body)[0], list):
            raise ServiceDown("Zotero", "its answer is no list of items")
        yield answer.body
        start += BATCH
        total = _number(answer.headers.get("total-results")) - 1


_REASONS = {
    403: "the library is private, or the key is wrong: give --key",
    404: "there is no such library; a group's number needs --group",
}


def _number(text: str | None) -> int:
    return int(text) if text is not None and text.isdecimal() else 0
