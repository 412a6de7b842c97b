"""Request and Answer: what a client of the small web asked for, and what it is told."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import escape
from http import HTTPStatus

Headers = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Request:
    """One request; `host` is in lower case without a port.

    `tail` is the query as it was sent, with its question mark; `later` says whether some months have passed.
    """

    method: str
    host: str
    path: str
    query: Mapping[str, str] = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)
    tail: str = ""
    later: bool = False

    @property
    def url(self) -> str:
        """The address that the request is about."""
        return f"https://{self.host}{self.path}{self.tail}"


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer; `seconds` is how long it keeps the client waiting, `cut` that the connection breaks instead."""

    status: int = HTTPStatus.OK
    body: bytes = b""
    content_type: str = "text/html; charset=utf-8"
    headers: Headers = ()
    seconds: float = 0.0
    cut: bool = False


def read_number(text: str) -> int | None:
    """The whole number that a text of up to nine ASCII digits is, else None.

    >>> read_number("20"), read_number("-1"), read_number("²")
    (20, None, None)
    """
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else None


def answer_json(value: object, status: int = HTTPStatus.OK, headers: Headers = ()) -> Answer:
    """An answer that holds the value as JSON."""
    body = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
    return Answer(status, body, "application/json", headers)


def answer_text(
    text: str, status: int = HTTPStatus.OK, content_type: str = "text/plain", headers: Headers = ()
) -> Answer:
    """An answer that holds the text."""
    return Answer(status, text.encode(), f"{content_type}; charset=utf-8", headers)


def answer_html(title: str, text: str, status: int = HTTPStatus.OK, headers: Headers = ()) -> Answer:
    """A bare page of a title and a paragraph, as servers write their errors."""
    title, text = escape(title), escape(text)
    head = f"<!DOCTYPE html>\n<html><head><title>{title}</title></head>\n"
    page = f"{head}<body><h1>{title}</h1><p>{text}</p></body></html>\n"
    return Answer(status, page.encode(), headers=headers)


def answer_redirect(location: str, status: int = HTTPStatus.FOUND) -> Answer:
    """An answer that sends the client on."""
    link = escape(location)
    body = f'<html><head><title>Moved</title></head><body><a href="{link}">{link}</a></body></html>\n'
    return Answer(status, body.encode(), headers=(("Location", location),))
