"""The server: sockets and the wording of HTTP, with one function that knows the answers."""

import logging
import re
import socket
from collections.abc import Callable
from contextlib import suppress
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl

from refs.demo.answer import Answer, Request, read_number

MAX_BODY = 1_000_000
UNREACHABLE = 523
"""What a gateway says when it cannot reach the host that was asked for."""

log = logging.getLogger(__name__)


class Server(ThreadingHTTPServer):
    """A threading server that can break its open connections, so that it stops at once."""

    daemon_threads = True
    block_on_close = False
    request_queue_size = 256

    def __init__(self, address: tuple[str, int], reply: Callable[[Request], Answer]) -> None:
        self.reply = reply
        self.connections: set[socket.socket] = set()
        super().__init__(address, _Handler)

    def break_connections(self) -> None:
        """Hang up on everybody."""
        for connection in tuple(self.connections):
            with suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)

    def handle_error(self, request: object, client_address: object) -> None:
        """Keep quiet: a client that hangs up is no error."""
        log.debug("%s hung up on %s", client_address, request)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version = "small-web"
    sys_version = ""
    timeout = 60
    wbufsize = 65_536
    disable_nagle_algorithm = True
    server: Server

    def setup(self) -> None:
        super().setup()
        self.server.connections.add(self.connection)

    def finish(self) -> None:
        self.server.connections.discard(self.connection)
        with suppress(OSError):
            super().finish()

    def do_GET(self) -> None:
        """Answer a request for a page."""
        self._reply()

    def do_HEAD(self) -> None:
        """Answer a request for the head of a page."""
        self._reply()

    def do_POST(self) -> None:
        """Answer a form: its fields count like those of a query."""
        self._reply()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the parent's name for it
        """Keep quiet, unless somebody listens."""
        log.debug(format, *args)

    def _reply(self) -> None:
        request = self._read_request()
        answer = self.server.reply(request)
        if answer.cut:
            self.close_connection = True
        else:
            self._send(request, answer)

    def _read_request(self) -> Request:
        absolute = re.match(r"https?://([^/]*)(.*)", self.path)
        host, target = absolute.groups() if absolute else (self.headers.get("Host", ""), self.path)
        path, mark, query = (target or "/").partition("?")
        fields = dict(parse_qsl(query, keep_blank_values=True)) | self._read_form()
        headers = {name.lower(): value for name, value in self.headers.items()}
        return Request(self.command, _without_port(host), path, fields, headers, mark + query)

    def _read_form(self) -> dict[str, str]:
        size = min(read_number(self.headers.get("Content-Length", "0")) or 0, MAX_BODY)
        body = self.rfile.read(size).decode(errors="replace") if size else ""
        return dict(parse_qsl(body, keep_blank_values=True))

    def _send(self, request: Request, answer: Answer) -> None:
        self.send_response(answer.status, _phrase(answer.status))
        for name, value in answer.headers:
            self.send_header(name, value)
        if answer.status not in {HTTPStatus.NO_CONTENT, HTTPStatus.NOT_MODIFIED}:
            self.send_header("Content-Type", answer.content_type)
            self.send_header("Content-Length", str(len(answer.body)))
        self.end_headers()
        if request.method != "HEAD":
            self.wfile.write(answer.body)

    def version_string(self) -> str:
        return self.server_version


def _without_port(host: str) -> str:
    host = host.strip().lower()
    return host if host.startswith("[") else host.partition(":")[0]


def _phrase(status: int) -> str:
    with suppress(ValueError):
        return HTTPStatus(status).phrase
    return "Origin Is Unreachable" if status == UNREACHABLE else "Unknown"
