"""A small web of our own: a real server on loopback that answers for every host."""

import threading
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from refs.fetch.http import Http
from refs.model.services import Services


@dataclass
class Web:
    """Answers by the start of ``host/path?query``: (status, body, headers), or a list of them in turn."""

    base: str
    answers: dict = field(default_factory=dict)
    asked: list = field(default_factory=list)

    def http(self, **settings):
        settings.setdefault("sleep", lambda _: None)
        return Http(Services(gateway=self.base), keys={}, **settings)

    def answer(self, path):
        for start, found in self.answers.items():
            if path.startswith(start):
                return found.pop(0) if isinstance(found, list) and len(found) > 1 else found
        return (404, b"Resource not found.", {})


class _Quiet(ThreadingHTTPServer):
    """A server that says nothing when a client hangs up early."""

    def handle_error(self, request, client_address):
        pass


@pytest.fixture
def web():
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self):
            path = f"{self.headers['Host']}{self.path}"
            here.asked.append((path, dict(self.headers)))
            found = here.answer(path)
            status, body, headers = found[0] if isinstance(found, list) else found
            body = body if isinstance(body, bytes) else body.encode()
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *args):
            pass

    server = _Quiet(("127.0.0.1", 0), Handler)
    here = Web(f"http://127.0.0.1:{server.server_address[1]}")
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    yield here
    server.shutdown()
    server.server_close()
