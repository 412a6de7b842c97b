"""clinic.example: a site that has published the example articles, with a sitemap."""

from datetime import UTC, datetime
from html import escape

from refs.demo.answer import Answer, Request, answer_html, answer_text
from refs.demo.examples import example_articles

HOST = "clinic.example"
_PAGE = '<!DOCTYPE html>\n<html lang="en">\n<head><meta charset="utf-8"><title>{}</title></head>\n<body>\n<article>\n{}</article>\n</body>\n</html>\n'
_ENTRY = "<url><loc>https://{}/articles/{}</loc><lastmod>{}</lastmod></url>\n"


def get_home(request: Request) -> Answer:
    """``GET /``: links to the articles."""
    del request
    links = "".join(
        f'<li><a href="articles/{path.name}">{path.stem}</a></li>\n' for path in example_articles()
    )
    return Answer(body=_PAGE.format("The example clinic", f"<ul>\n{links}</ul>\n").encode())


def get_sitemap(request: Request) -> Answer:
    """``GET /sitemap.xml``."""
    del request
    day = datetime(2025, 8, 4, tzinfo=UTC).date().isoformat()
    entries = "".join(_ENTRY.format(HOST, path.name, day) for path in example_articles())
    head = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
    return answer_text(f"{head}{entries}</urlset>\n", content_type="application/xml")


def get_article(request: Request, name: str) -> Answer:
    """``GET /articles/{name}``: text as text, fragments of HTML in a page."""
    del request
    path = next((each for each in example_articles() if each.name == name), None)
    if path is None:
        return answer_html("404 Not Found", "There is no such article.", 404)
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".txt":
        return answer_text(text)
    return Answer(
        body=(text if text.startswith("<!DOCTYPE") else _PAGE.format(escape(path.stem), text)).encode()
    )
