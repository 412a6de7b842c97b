"""Handle: one reusable libcurl handle with what it gathers of an answer; the other half of the transport."""

import socket
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pycurl

from refs.check.address import is_private_text
from refs.check.answer import ACCEPT, Answer, Request
from refs.check.certificate import find_certificates, read_certificate
from refs.check.failure import read_failure
from refs.check.header import read_headers
from refs.model.link import Reason

if TYPE_CHECKING:
    from refs.check.settings import Settings

Token = Any
_UNKNOWN_ENCODING = 61  # CURLE_BAD_CONTENT_ENCODING


class Handle:
    """One reusable libcurl handle with what it gathers.

    Before each request of one that `sweeps`, libcurl goes through all the names it knows and forgets the old ones.
    """

    __slots__ = (
        "_gateway",
        "_headers",
        "_opened",
        "_plain",
        "_settings",
        "_sockets",
        "_verb",
        "body",
        "curl",
        "is_secure",
        "limit",
        "lines",
        "refused",
        "request",
        "size",
        "token",
    )

    def __init__(self, settings: "Settings", opened: Callable[[], None], *, sweeps: bool = True) -> None:
        self._settings, self._opened = settings, opened
        self._gateway = settings.services.gateway
        self.curl = pycurl.Curl()
        self.token: Token = None
        self.lines: list[bytes] = []
        self.body: list[bytes] = []
        self._headers: tuple[str, ...] = ()
        self._sockets: list[socket.socket] = []
        self._verb = "GET"
        self._plain = False
        self._set_up()
        if not sweeps:
            self.curl.setopt(pycurl.DNS_CACHE_TIMEOUT, -1)

    def _set_up(self) -> None:
        curl, settings = self.curl, self._settings
        curl.setopt(pycurl.NOSIGNAL, 1)
        curl.setopt(pycurl.USERAGENT, settings.agent)
        curl.setopt(pycurl.FOLLOWLOCATION, 0)
        curl.setopt(pycurl.ACCEPT_ENCODING, "")
        curl.setopt(pycurl.CONNECTTIMEOUT_MS, int(settings.connect_timeout * 1000))
        curl.setopt(pycurl.TIMEOUT_MS, int(settings.timeout * 1000))
        curl.setopt(pycurl.PROTOCOLS, pycurl.PROTO_HTTP | pycurl.PROTO_HTTPS | pycurl.PROTO_FTP)
        curl.setopt(pycurl.HTTP_VERSION, pycurl.CURL_HTTP_VERSION_2TLS)
        curl.setopt(pycurl.PROXY, "")
        curl.setopt(pycurl.NETRC, pycurl.NETRC_IGNORED)
        curl.setopt(pycurl.OPENSOCKETFUNCTION, self._open_socket)
        curl.setopt(pycurl.HEADERFUNCTION, self.lines.append)
        curl.setopt(pycurl.WRITEFUNCTION, self._write)
        curl.setopt(pycurl.HTTPHEADER, [ACCEPT])
        curl.setopt(pycurl.CAINFO, settings.certificates or find_certificates())
        curl.setopt(pycurl.OPT_CERTINFO, 1)

    def prepare(self, request: Request, token: Token, addresses: tuple[str, ...]) -> None:
        """Point the handle at a request."""
        curl, target = self.curl, request.target
        self.request, self.token, self.limit, self.size, self.refused = request, token, request.limit, 0, ""
        self.is_secure = target.scheme == "https" and self._gateway is None
        if request.method != self._verb:
            self._set_verb(request.method)
        if request.data is not None:
            curl.setopt(pycurl.POSTFIELDS, request.data)
        if request.headers or request.cookies or self._headers or self._gateway is not None:
            self._set_headers(request)
        if request.plain != self._plain:
            self._plain = request.plain
            curl.setopt(
                pycurl.HTTP_VERSION,
                pycurl.CURL_HTTP_VERSION_1_1 if self._plain else pycurl.CURL_HTTP_VERSION_2TLS,
            )
        if addresses:
            places = ",".join(f"[{each}]" if ":" in each else each for each in addresses)
            curl.setopt(pycurl.RESOLVE, [f"+{target.host}:{places}"])
        curl.setopt(pycurl.URL, target.url if self._gateway is None else self._gateway + target.tail)

    def _set_verb(self, verb: str) -> None:
        self._verb = verb
        if verb == "HEAD":
            self.curl.setopt(pycurl.NOBODY, 1)
        elif verb == "POST":
            self.curl.setopt(pycurl.NOBODY, 0)
            self.curl.setopt(pycurl.POST, 1)
        else:
            self.curl.setopt(pycurl.NOBODY, 0)
            self.curl.setopt(pycurl.HTTPGET, 1)

    def _set_headers(self, request: Request) -> None:
        headers = request.headers
        if request.cookies:
            headers = (*headers, f"Cookie: {request.cookies}")
        if self._gateway is not None:
            headers = (*headers, *_gateway_headers(request))
        if headers == self._headers:
            return
        self._headers = headers
        own = any(each.lower().startswith("accept:") for each in headers)
        self.curl.setopt(pycurl.HTTPHEADER, list(headers) if own else [ACCEPT, *headers])

    def _write(self, data: bytes) -> int | None:
        room = self.limit - self.size
        self.size += len(data)
        self.body.append(data[:room])
        return None if len(data) <= room else -1

    def _open_socket(
        self, _purpose: int, address: tuple[int, int, int, tuple[str, int]]
    ) -> socket.socket | int:
        family, kind, protocol, place = address
        if not self._may_be_private() and is_private_text(_words(place[0])):
            self.refused = _words(place[0])
            return pycurl.SOCKET_BAD
        self._opened()
        self.close_copies()
        opened = socket.socket(family, kind, protocol)
        self._sockets.append(opened)  # libcurl gets a copy of the descriptor; ours is closed afterwards
        return opened

    def _may_be_private(self) -> bool:
        return self._gateway is not None or self.request.target.name in self._settings.allow_private

    def close_copies(self) -> None:
        """Close our copies of the sockets that libcurl has taken over."""
        while self._sockets:
            self._sockets.pop().close()

    def answer(self, code: int, words: str) -> Answer:
        """What the handle has gathered."""
        curl = self.curl
        if self._sockets:
            self.close_copies()
        total = curl.getinfo(pycurl.TOTAL_TIME)
        headers, cookies = read_headers(self.lines)
        is_whole = b"\r\n" in self.lines or b"\n" in self.lines
        self.lines.clear()
        found = Answer(
            curl.getinfo(pycurl.RESPONSE_CODE),
            headers,
            milliseconds=int(total * 1000),
            waited=total - curl.getinfo(pycurl.PRETRANSFER_TIME),
            cookies=cookies,
        )
        if self.body:
            self._add_body(found)
        if self.is_secure:
            found.certificate_expiry = read_certificate(curl.getinfo(pycurl.INFO_CERTINFO))
        if code == _UNKNOWN_ENCODING and "unrecognized" in words.lower():
            found.detail = words  # the page is there, in a coding that we do not read
        elif code and not (code == pycurl.E_WRITE_ERROR and found.cut) and not _is_ragged(found, words):
            self._fail(found, code, words)
        elif not is_whole and self.request.target.scheme != "ftp":
            found.error, found.detail = Reason.TRUNCATED, "the head of the answer breaks off"
        return found

    def _add_body(self, found: Answer) -> None:
        found.body, found.cut = b"".join(self.body), self.size > self.limit
        found.address = self.curl.getinfo(pycurl.PRIMARY_IP)
        self.body.clear()

    def _fail(self, found: Answer, code: int, words: str) -> None:
        if self.refused:
            found.error, found.detail = (
                Reason.PRIVATE_ADDRESS,
                f"{self.request.target.name} is {self.refused}",
            )
            return
        verify = self.curl.getinfo(pycurl.SSL_VERIFYRESULT)
        found.error, found.detail = read_failure(code, words, self.curl.getinfo(pycurl.OS_ERRNO), verify)


def _is_ragged(found: Answer, words: str) -> bool:
    """Whether a body that only the end of its connection ends has come, and TLS alone misses a farewell."""
    return (
        "unexpected eof" in words
        and bool(found.body)
        and found.headers.keys().isdisjoint({"content-length", "transfer-encoding"})
    )


def _gateway_headers(request: Request) -> tuple[str, str]:
    target = request.target
    usual = target.host.endswith((":443", ":80"))
    return (
        f"Host: {target.host.rpartition(':')[0] if usual else target.host}",
        f"X-Forwarded-Proto: {target.scheme}",
    )


def _words(address: str | bytes) -> str:
    return address.decode("ascii", "replace") if isinstance(address, bytes) else address
