"""The small web: a real HTTP server on loopback that answers for every host that the examples need."""

import threading
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from http import HTTPStatus
from typing import Self
from urllib.parse import quote, urlsplit

from refs.demo.answer import Answer, Request, answer_html, answer_redirect
from refs.demo.condition import apply_conditions
from refs.demo.index import back_to_index, get_index, local_path
from refs.demo.pages import find_page
from refs.demo.routes import HOSTS, find_service
from refs.demo.server import UNREACHABLE, Server
from refs.model.services import Services

LOOPBACK = "127.0.0.1"
OWN_NAMES = frozenset({LOOPBACK, "localhost", ""})


@dataclass(frozen=True, slots=True)
class Visit:
    """One request that was answered; status 0 is a connection that was cut."""

    method: str
    url: str
    status: int


class Web:
    """The small web, running from `with` or `start` until `close`.

    `address` is where it listens. `services` leaves every live name as it is and sends all requests there.
    `visits` are the latest requests. `later` says whether some months have passed: pages have changed or gone.
    """

    def __init__(self, port: int = 0) -> None:
        self.later = False
        self.visits: deque[Visit] = deque(maxlen=10_000)
        self._closing = threading.Event()
        self._thread: threading.Thread | None = None
        self._server = Server((LOOPBACK, port), self._reply)

    @property
    def address(self) -> str:
        """The base address, without a slash at the end."""
        return f"http://{LOOPBACK}:{self._server.server_port}"

    @property
    def is_serving(self) -> bool:
        """Whether anybody would be answered now."""
        return self._thread is not None and self._thread.is_alive()

    @property
    def services(self) -> Services:
        """The services by their live names, reached through this web."""
        return Services(gateway=self.address)

    def url(self, live: str) -> str:
        """The address under which a browser finds what stands in for a live one."""
        return self.address + local_path(live)

    def let_time_pass(self) -> None:
        """Some months go by."""
        self.later = True

    def turn_back(self) -> None:
        """Everything is again as it was when the articles were written."""
        self.later = False

    def start(self) -> Self:
        """Serve in the background."""
        self._thread = threading.Thread(target=self._serve, name="small-web", daemon=True)
        self._thread.start()
        return self

    def serve_forever(self) -> None:
        """Serve until interrupted by hand or closed from elsewhere."""
        if self._thread is None:
            self.start()
        with suppress(KeyboardInterrupt):
            while not self._closing.wait(0.5):
                pass

    def close(self) -> None:
        """Stop serving and break the connections that are still open."""
        self._closing.set()
        if self._thread is not None:
            self._server.shutdown()
            self._thread.join()
        self._server.server_close()
        self._server.break_connections()

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(self, *_: object) -> None:
        self.close()

    def answer(self, request: Request) -> Answer:
        """What the small web says to a request."""
        if request.host in OWN_NAMES:
            return self._answer_person(request)
        return find_service(request) or find_page(request) or _nobody(request.host)

    def _serve(self) -> None:
        self._server.serve_forever(poll_interval=0.05)

    def _reply(self, request: Request) -> Answer:
        request = replace(request, later=self.later)
        answer = apply_conditions(request, self.answer(request))
        if answer.seconds:
            self._closing.wait(answer.seconds)
        self.visits.append(Visit(request.method, request.url, 0 if answer.cut else answer.status))
        return answer

    def _answer_person(self, request: Request) -> Answer:
        if request.path == "/":
            return get_index(request, self.address)
        if request.path in {"/-/later", "/-/now"} and request.method == "POST":
            self.later = request.path == "/-/later"
            return back_to_index()
        host, slash, path = request.path.removeprefix("/").partition("/")
        if "." not in host or host in OWN_NAMES:
            return answer_html("404 Not Found", "The list of pages is at /.", HTTPStatus.NOT_FOUND)
        if not slash:
            return answer_redirect(f"/{host}/", HTTPStatus.MOVED_PERMANENTLY)
        return _localised(self.answer(replace(request, host=host.lower(), path=f"/{path}")))


@contextmanager
def small_web(port: int = 0) -> Iterator[Web]:
    """The small web, running while the block runs."""
    with Web(port) as web:
        yield web


def _nobody(host: str) -> Answer:
    if host in HOSTS:
        return answer_html("404 Not Found", "This service has no such address.", HTTPStatus.NOT_FOUND)
    return answer_html("Unreachable", f"The small web has no host '{host}'.", UNREACHABLE)


def _localised(answer: Answer) -> Answer:
    """The answer with a redirect that stays inside the small web, for browsers that cannot choose a Host."""
    headers = tuple((name, _local(value) if name == "Location" else value) for name, value in answer.headers)
    return replace(answer, headers=headers)


def _local(location: str) -> str:
    return quote(local_path(location), safe="/:?&=%+,;@()*~!$'") if urlsplit(location).netloc else location
