"""The index: a page for people, which lists what the small web has and what a check should find there."""

from collections.abc import Iterable
from html import escape
from itertools import groupby
from urllib.parse import urlsplit

from refs.demo.answer import Answer, Request, answer_redirect
from refs.demo.pages import Page, pages
from refs.demo.shelf import Work, read_bytes, works

EXAMPLES: tuple[tuple[str, str], ...] = (
    ("Crossref: a work", "https://api.crossref.org/works/10.1176/appi.ps.201800321"),
    ("Crossref: a retracted work", "https://api.crossref.org/works/10.1016/s0140-6736(97)11096-0"),
    (
        "Crossref: free text",
        "https://api.crossref.org/works?query.bibliographic=clonazepam+dependence+monitoring&rows=3",
    ),
    ("Crossref: an unknown DOI", "https://api.crossref.org/works/10.1000/nobody"),
    ("doi.org: a handle", "https://doi.org/api/handles/10.1097/MD.0000000000002881"),
    ("doi.org: the agency", "https://doi.org/ra/10.1111/cns.14569"),
    (
        "E-utilities: search",
        "https://eutils.ncbi.nlm.nih.gov/entrez/eutils/esearch.fcgi?db=pubmed&term=NBK556010[bookaccession]&retmode=json",
    ),
    (
        "E-utilities: a book chapter",
        "https://eutils.ncbi.nlm.nih.gov/entrez/eutils/efetch.fcgi?db=pubmed&id=32310470&retmode=xml",
    ),
    (
        "PMC: the id converter",
        "https://pmc.ncbi.nlm.nih.gov/tools/idconv/api/v1/articles/?ids=PMC8583742&format=json",
    ),
    ("NCBI: citation exporter", "https://api.ncbi.nlm.nih.gov/lit/ctxp/v1/pmc/?format=csl&id=8294026"),
    (
        "openFDA: an application",
        'https://api.fda.gov/drug/drugsfda.json?search=application_number:"NDA017533"',
    ),
    ("openFDA: a label", 'https://api.fda.gov/drug/label.json?search=openfda.brand_name:"KLONOPIN"'),
    ("DailyMed: labels", "https://dailymed.nlm.nih.gov/dailymed/services/v2/spls.json?drug_name=klonopin"),
    (
        "Open Library: a book",
        "https://openlibrary.org/api/books?bibkeys=ISBN:9780890425763&format=json&jscmd=data",
    ),
    ("A clinic: its sitemap", "https://clinic.example/sitemap.xml"),
    ("A clinic: an article", "https://clinic.example/articles/panic-attacks.html"),
    (
        "Wayback: a saved copy",
        "https://archive.org/wayback/available?url=https://www.ebsco.com/research-starters/health-and-medicine/benzodiazepine-abuse",
    ),
)


def get_index(request: Request, address: str) -> Answer:
    """The index page; ``/-/later`` and ``/-/now`` are the buttons that let time pass."""
    page = read_bytes("index.html").decode()
    parts = {
        "ADDRESS": escape(address),
        "SEASON": "Some months have passed."
        if request.later
        else "It is the day on which the articles were written.",
        "BUTTON": _button(request.later),
        "SERVICES": "\n".join(_service(name, url) for name, url in EXAMPLES),
        "SITES": "\n".join(_sites(pages(), later=request.later)),
        "WORKS": "\n".join(_work(work) for work in works()),
    }
    for name, value in parts.items():
        page = page.replace(f"<!-- {name} -->", value)
    return Answer(body=page.encode())


def back_to_index() -> Answer:
    """Where a pressed button leads."""
    return answer_redirect("/", 303)


def local_path(url: str) -> str:
    """The path under which a live address is found by a browser: ``/host/path``.

    >>> local_path("https://doi.org/ra/10.1000")
    '/doi.org/ra/10.1000'
    """
    parts = urlsplit(url)
    return f"/{parts.netloc}{parts.path}" + (f"?{parts.query}" if parts.query else "")


def _button(later: bool) -> str:
    target, text = ("now", "Go back in time") if later else ("later", "Let some months pass")
    return f'<form method="post" action="/-/{target}"><button>{text}</button></form>'


def _service(name: str, url: str) -> str:
    return f'<li>{escape(name)}<br><a href="{escape(local_path(url))}"><code>{escape(url)}</code></a></li>'


def _sites(found: Iterable[Page], *, later: bool) -> Iterable[str]:
    listed = sorted((page for page in found if "*" not in page.url), key=lambda page: page.host)
    for host, group in groupby(listed, key=lambda page: page.host):
        rows = "".join(_row(page.at(later=later)) for page in group)
        yield f"<h3>{escape(host)}</h3>\n<table>{rows}</table>"


def _row(page: Page) -> str:
    kind = page.shows.split()[0]
    link = f'<a href="{escape(local_path(page.url))}">{escape(page.tail)}</a>'
    return (
        f'<tr><td><span class="verdict {kind}">{escape(page.shows)}</span></td>'
        f"<td>{page.status if not page.cut else '–'}</td><td>{link}<br><small>{escape(page.note)}</small></td></tr>\n"
    )


def _work(work: Work) -> str:
    found = (work.doi, f"PMID {work.pmid}" if work.pmid else None, work.pmcid, work.nbk)
    names = " · ".join(f"<code>{escape(name)}</code>" for name in found if name)
    return f"<li>{escape(work.title)}. <em>{escape(work.journal)}</em><br>{names}</li>"
