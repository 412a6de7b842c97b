"""What each address answers: a page for people, or JSON for programs that ask for it."""

from __future__ import annotations

from functools import cached_property
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup
from starlette.concurrency import run_in_threadpool
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, RedirectResponse

from refs.errors import UnknownItem, UnknownName
from refs.web.guard import OWN_INSIDES

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from refs.library import Library

PAGE = 50
"""Items on a page."""
STYLES = (
    "apa",
    "american-medical-association",
    "nlm-citation-sequence",
    "ieee",
    "chicago-author-date",
    "modern-language-association",
    "harvard-cite-them-right",
    "vancouver",
)
"""The styles that are offered; any other may be typed."""
_LOOKS = 12


class Pages:
    """The pages of one library."""

    def __init__(self, library: Library) -> None:
        self.library = library

    @cached_property
    def _templates(self) -> Environment:
        made = Environment(
            loader=FileSystemLoader(str(files("refs.web") / "templates")),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        made.tests["web_address"] = lambda url: str(url).startswith(("http://", "https://"))
        return made

    def _page(self, name: str, status: int = 200, **values: Any) -> HTMLResponse:
        return HTMLResponse(
            self._templates.get_template(name).render(library=self.library.store.path, **values), status
        )

    def home(self, _request: Request) -> Response:
        """The items."""
        return RedirectResponse("/items", 303)

    def items(self, request: Request) -> Response:
        """The items that ``q`` finds, or all, a page at a time."""
        query, page = request.query_params.get("q", ""), _number(request.query_params.get("page"))
        rows = self.library.search(query, limit=PAGE, offset=(page - 1) * PAGE)
        if wants_json(request):
            return JSONResponse(rows)
        total = self.library.count(query)
        return self._page(
            "items.html",
            rows=rows,
            query=query,
            page=page,
            pages=-(-total // PAGE),
            total=total,
            told=request.query_params.getlist("told"),
        )

    def item(self, request: Request) -> Response:
        """All that is known of one item, and how it is cited."""
        key = self.library.key_of(request.path_params["key"])
        if wants_json(request):
            return JSONResponse(self.library.export_csl([key])[0])
        store = self.library.store
        style = request.query_params.get("style") or self.library.configuration.style
        return self._page(
            "item.html",
            key=key,
            title=store.get_stored(key).item.title or key,
            fields=self.library.fields(key),
            links=[(state, store.history(state.link.url, limit=_LOOKS)) for state in store.links_of(key)],
            places=self.library.where([key]),
            style=style,
            styles=STYLES,
            citation=self.library.cite([key], style=style).partition("\n")[0],
            entry=Markup(self.library.bibliography([key], style=style, output="html").text),  # noqa: S704  # escaped by the writer
            plain=self.library.bibliography([key], style=style, number=False).text,
        )

    def bibliography(self, request: Request) -> Response:
        """The bibliography of what ``q`` finds, as plain text."""
        asked = request.query_params
        keys = [each.item.id for each in self.library.find(asked.get("q", ""))]
        text = self.library.bibliography(keys, style=asked.get("style") or None).text if keys else ""
        return PlainTextResponse(text + "\n")

    def articles(self, request: Request) -> Response:
        """The articles that were read."""
        found = self.library.store.articles()
        if wants_json(request):
            return JSONResponse(
                [{"path": each.path, "title": each.title, "entries": len(each.entries)} for each in found]
            )
        return self._page("articles.html", articles=found)

    def article(self, request: Request) -> Response:
        """What one article cites."""
        path = request.path_params["path"]
        rows = self.library.rows(article=path)
        if wants_json(request):
            return JSONResponse(rows)
        return self._page("article.html", article=self.library.article(path), rows=rows)

    def report(self, _request: Request) -> Response:
        """The report on links, dates and flaws."""
        return HTMLResponse(self.library.report(), headers={"Content-Security-Policy": OWN_INSIDES})

    async def add(self, request: Request) -> Response:
        """Add what a form or a JSON object names as ``thing``."""
        is_json = request.headers.get("content-type", "").startswith("application/json")
        given = await request.json() if is_json else await request.form()
        thing = str(given.get("thing", "")).strip() if hasattr(given, "get") else ""
        if not thing:
            return PlainTextResponse("Say what to add: an identifier, a URL, or a reference.\n", 400)
        added = await run_in_threadpool(lambda: list(self.library.add(thing)))
        if wants_json(request):
            return JSONResponse(self.library.export_csl(each.key for each in added), 201)
        place = f"/items/{added[0].key}" if len(added) == 1 else "/items"
        return RedirectResponse(place, 303)

    def check(self, request: Request) -> Response:
        """Look at the links of one item now."""
        key = self.library.key_of(request.path_params["key"])
        rows = [checked.row for checked in self.library.check([key])]
        return JSONResponse(rows) if wants_json(request) else RedirectResponse(f"/items/{key}", 303)

    def trouble(self, request: Request, error: Exception) -> Response:
        """The sentence of an error by the reader's hand."""
        status = 404 if isinstance(error, UnknownItem | UnknownName) else 400
        if wants_json(request):
            return JSONResponse({"error": str(error)}, status)
        return self._page("trouble.html", status, sentence=str(error))


def wants_json(request: Request) -> bool:
    """Whether the asker would rather have JSON than a page."""
    accepted = request.headers.get("accept", "")
    return "application/json" in accepted and "text/html" not in accepted


def _number(text: str | None) -> int:
    return (
        max(1, min(int(text), 10**6))
        if text is not None and text.isascii() and text.isdecimal() and len(text) < 8
        else 1
    )
