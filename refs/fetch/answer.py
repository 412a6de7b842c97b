"""Answer: what came back for one request, before anybody reads it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from refs.model.fetched import Outcome

_ABSENT = {404, 410}
_WAIT = {0, 401, 403, 407, 408, 421, 425, 429, 451}


@dataclass(frozen=True, slots=True)
class Answer:
    """Status, headers and body of the last hop; `status` is 0 when nobody answered, and `trouble` says why.

    Header names are in lower case. `when` is the moment of the answer (ISO 8601, UTC), which for a kept answer
    lies in the past.
    """

    url: str
    status: int
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    trouble: str | None = None
    truncated: bool = False
    when: str | None = None

    @property
    def content_type(self) -> str:
        """The media type without parameters, in lower case."""
        return self.headers.get("content-type", "").split(";")[0].strip().lower()

    @property
    def charset(self) -> str | None:
        """The charset that the header names, or None."""
        for part in self.headers.get("content-type", "").split(";")[1:]:
            name, _, value = part.strip().partition("=")
            if name.lower() == "charset":
                return value.strip("\"' ") or None
        return None

    @property
    def outcome(self) -> Outcome:
        """What the status alone says: 404 is missing, 429 and 5xx are "not now", other 4xx unsupported."""
        if 200 <= self.status < 300:
            return Outcome.FOUND
        if self.status in _ABSENT:
            return Outcome.MISSING
        if self.status in _WAIT or self.status >= 500:
            return Outcome.NOT_NOW
        return Outcome.UNSUPPORTED
