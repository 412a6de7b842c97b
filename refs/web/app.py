"""The pages and what answers at each address; one verb means one thing: `Library.add`, ``refs add``, ``POST /items``."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from refs.errors import RefsError
from refs.web.guard import Guard
from refs.web.pages import Pages

if TYPE_CHECKING:
    from collections.abc import Iterable

    from refs.library import Library

LOCAL = frozenset({"localhost", "127.0.0.1", "[::1]"})
"""The names by which a browser on this machine calls it."""


def make_app(library: Library, hosts: Iterable[str] = ()) -> Starlette:
    """The library as a web application, answering only to these host names and those of this machine."""
    pages = Pages(library)
    routes = [
        Route("/", pages.home),
        Route("/items", pages.items),
        Route("/items", pages.add, methods=["POST"]),
        Route("/items/{key:path}/check", pages.check, methods=["POST"]),
        Route("/items/{key:path}", pages.item),
        Route("/bibliography", pages.bibliography),
        Route("/articles", pages.articles),
        Route("/articles/{path:path}", pages.article),
        Route("/report", pages.report),
        Mount("/static", StaticFiles(directory=str(files("refs.web") / "static"))),
    ]
    guard = Middleware(Guard, hosts=LOCAL | {name.lower() for name in hosts})
    return Starlette(routes=routes, middleware=[guard], exception_handlers={RefsError: pages.trouble})
