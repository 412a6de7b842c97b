import pytest

from refs.parse.csl.csljson import read_item
from refs.parse.csl.installed import load_locale
from refs.parse.csl.style import parse_style
from refs.render.document import render_document


@pytest.fixture
def make_style():
    """A style of a citation layout and a bibliography layout, with attributes of both."""

    def make(citation, bibliography="", *, kind="in-text", options="", bibliography_options="", body=""):
        layout = f"<bibliography {bibliography_options}>{bibliography}</bibliography>" if bibliography else ""
        return parse_style(
            f'<style xmlns="http://purl.org/net/xbiblio/csl" class="{kind}" version="1.0">{body}'
            f"<citation {options}>{citation}</citation>{layout}</style>"
        )

    return make


@pytest.fixture
def render():
    def run(style, items, citations=(), output="plain", **options):
        found = [read_item(each) for each in items]
        return render_document(style, load_locale("en-US"), found, citations, output, **options)

    return run
