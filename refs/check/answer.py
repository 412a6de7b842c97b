"""Request and Answer: one question to one host, and what came back."""

from dataclasses import dataclass, field

from refs.check.target import Target
from refs.model.link import Reason

ACCEPT = "Accept: text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.8"
"""What a check asks for, as a header line."""


@dataclass(slots=True)
class Request:
    """A question. `limit` bounds the body; `cookies` is a ready header value; `plain` asks in another manner.

    `data` is the form of a POST.
    """

    target: Target
    method: str = "GET"
    limit: int = 65_536
    headers: tuple[str, ...] = ()
    cookies: str = ""
    plain: bool = False
    data: bytes | None = None


@dataclass(slots=True)
class Answer:
    """What came back: a status, or an error with its class.

    `headers` has names in lower case, the last one of a name; `cookies` holds every ``Set-Cookie``. `cut` says that
    the body went on beyond the limit. `waited` is how many seconds it took after the request was sent.
    """

    status: int = 0
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""
    cut: bool = False
    error: Reason | None = None
    detail: str = ""
    milliseconds: int = 0
    waited: float = 0.0
    address: str = ""
    certificate_expiry: str | None = None
    cookies: tuple[str, ...] = ()

    @property
    def kind(self) -> str:
        """The media type without parameters, in lower case."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()

    @property
    def is_page(self) -> bool:
        """Whether the body is HTML, by its media type or, where that is absent, by its look."""
        if self.kind:
            return self.kind in {"text/html", "application/xhtml+xml"}
        return self.body[:512].lstrip()[:1] == b"<"
