"""Guard: only the own pages may talk to the library, under a name that was meant, and load only what is the house's.

A page elsewhere could otherwise post to ``http://localhost:8010`` from the reader's browser, or reach it under a name
of its own that it points here (DNS rebinding).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cache-Control": "no-store",
}
_POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
OWN_INSIDES = (
    "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; frame-ancestors 'none'"
)
"""For a page that carries its styles and scripts inside, as the report does."""


class Guard:
    """ASGI middleware that refuses strangers and says what a page may load."""

    def __init__(self, app: ASGIApp, hosts: frozenset[str]) -> None:
        self.app, self.hosts = app, hosts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or refuse it."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        refusal = self._refusal(scope["method"], headers)
        if refusal:
            await PlainTextResponse(refusal, status_code=403)(scope, receive, send)
            return
        await self.app(scope, receive, _dressing(send))

    def _refusal(self, method: str, headers: Headers) -> str:
        host = headers.get("host", "")
        if _name(host) not in self.hosts:
            return f"This library does not answer to the name '{_name(host)[:80]}'. Start it with --host to change that."
        origin, site = headers.get("origin"), headers.get("sec-fetch-site", "same-origin")
        if method in {"GET", "HEAD"}:
            return ""
        if site not in {"same-origin", "none"} or (origin is not None and origin.partition("://")[2] != host):
            return "Only the library's own pages may change it."
        return ""


def _name(host: str) -> str:
    """The name in a Host header, without the port."""
    name = host.lower()
    return name.partition("]")[0] + "]" if name.startswith("[") else name.partition(":")[0]


def _dressing(send: Send) -> Send:
    async def send_dressed(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in _HEADERS.items():
                headers[name] = value
            headers.setdefault("Content-Security-Policy", _POLICY)
        await send(message)

    return send_dressed
