"""A running small web, and a way to ask it as a client behind a gateway does."""

import http.client
import json
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

import pytest

from refs.demo.web import small_web


@dataclass(frozen=True)
class Reply:
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()

    @property
    def json(self):
        return json.loads(self.body)


@pytest.fixture(scope="session")
def running():
    with small_web() as web:
        yield web


@pytest.fixture
def web(running):
    running.turn_back()
    running.visits.clear()
    return running


@pytest.fixture
def ask(web):
    def ask(url, method="GET", body=None, **headers):
        parts = urlsplit(url)
        target = quote(parts.path or "/", safe="/%()*:;") + (
            f"?{quote(parts.query, safe='=&%+:')}" if parts.query else ""
        )
        names = {name.replace("_", "-"): value for name, value in headers.items()}
        connection = http.client.HTTPConnection(urlsplit(web.address).netloc, timeout=10)
        try:
            connection.request(method, target, body, {"Host": parts.netloc} | names)
            answer = connection.getresponse()
            return Reply(
                answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()
            )
        finally:
            connection.close()

    return ask
