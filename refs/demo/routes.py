"""The routes: which host and path is answered by which function."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from refs.demo.answer import Answer, Request
from refs.demo.service import (
    clinic,
    crossref,
    dailymed,
    doi,
    eutils,
    ncbi,
    openfda,
    openlibrary,
    paper,
    wayback,
)
from refs.demo.service.strangers import GREETINGS, NOTHING

Reply = Callable[..., Answer]


@dataclass(frozen=True, slots=True)
class Route:
    """A host, a pattern for the whole path, and the function that answers; named groups are its arguments."""

    host: str
    pattern: re.Pattern[str]
    reply: Reply

    def try_answer(self, request: Request) -> Answer | None:
        """The answer when the route fits the request, else None."""
        found = self.pattern.fullmatch(request.path) if request.host == self.host else None
        return self.reply(request, **found.groupdict()) if found else None


_UTILS = "eutils.ncbi.nlm.nih.gov"
_DAILYMED = "dailymed.nlm.nih.gov"
_ARCHIVE = "web.archive.org"
_SETID = r"(?P<setid>[0-9A-Fa-f-]{36})"
_SPLS = rf"/dailymed/services/v2/spls/{_SETID}"

_TABLE: tuple[tuple[str, str, Reply], ...] = (
    ("api.crossref.org", r"/(?:v1/)?works/?", crossref.get_works),
    ("api.crossref.org", r"/(?:v1/)?works/(?P<doi>.+)/agency", crossref.get_agency),
    ("api.crossref.org", r"/(?:v1/)?works/(?P<doi>.+?)/transform/?(?P<mime>.*)", crossref.get_transformed),
    ("api.crossref.org", r"/(?:v1/)?works/(?P<doi>.+)", crossref.get_work),
    ("doi.org", r"/api/handles/(?P<doi>.+)", doi.get_handle),
    ("doi.org", r"/(?:ra|doiRA)/(?P<doi>.+)", doi.get_agency),
    ("doi.org", r"/(?P<doi>.+)", doi.get_resolved),
    ("dx.doi.org", r"/(?P<doi>.+)", doi.get_resolved),
    (_UTILS, r"/entrez/eutils/esearch\.fcgi", eutils.search),
    (_UTILS, r"/entrez/eutils/esummary\.fcgi", eutils.summarise),
    (_UTILS, r"/entrez/eutils/efetch\.fcgi", eutils.fetch),
    (_UTILS, r"/entrez/eutils/elink\.fcgi", eutils.link),
    ("pmc.ncbi.nlm.nih.gov", r"/tools/idconv/api/v1/articles/?", ncbi.convert),
    ("www.ncbi.nlm.nih.gov", r"/pmc/utils/idconv/v1\.0/?", ncbi.convert),
    ("api.ncbi.nlm.nih.gov", r"/lit/ctxp/v1/(?P<database>pubmed|pmc)/?", ncbi.export),
    ("pmc.ncbi.nlm.nih.gov", r"/articles/(?P<name>PMC\d+)/?", paper.get_pmc),
    ("pubmed.ncbi.nlm.nih.gov", r"/(?P<name>\d+)/?", paper.get_pubmed),
    ("www.ncbi.nlm.nih.gov", r"/pmc/articles/(?P<name>PMC\d+)/?", paper.get_moved_pmc),
    ("www.ncbi.nlm.nih.gov", r"/pubmed/(?P<name>\d+)/?", paper.get_moved_pubmed),
    ("api.fda.gov", r"/drug/(?P<table>drugsfda|label)\.json", openfda.get_records),
    (_DAILYMED, r"/dailymed/services/v2/spls\.json", dailymed.get_labels),
    (_DAILYMED, _SPLS + r"\.(?P<form>xml|json)", dailymed.get_label),
    (_DAILYMED, _SPLS + r"/history\.json", dailymed.get_history),
    (clinic.HOST, r"/", clinic.get_home),
    (clinic.HOST, r"/sitemap\.xml", clinic.get_sitemap),
    (clinic.HOST, r"/articles/(?P<name>[\w.-]+)", clinic.get_article),
    ("openlibrary.org", r"/api/books", openlibrary.get_books),
    ("openlibrary.org", r"/isbn/(?P<isbn>\d+)(?:\.json)?", openlibrary.get_edition),
    ("archive.org", r"/wayback/available", wayback.get_available),
    (_ARCHIVE, r"/cdx/search/cdx", wayback.get_cdx),
    (_ARCHIVE, r"/web/(?P<timestamp>\d{1,14})(?P<mode>(?:[a-z]{2}_)?)/(?P<url>.+)", wayback.get_playback),
    (_ARCHIVE, r"/save/?", wayback.save),
    (_ARCHIVE, r"/save/status/(?P<job>.+)", wayback.get_job),
)


def _compile() -> Iterator[Route]:
    for host, pattern, reply in _TABLE:
        yield Route(host, re.compile(pattern), reply)
    for host, pattern, answer in _constants():
        yield Route(host, re.compile(pattern), lambda _request, answer=answer: answer)


def _constants() -> Iterable[tuple[str, str, Answer]]:
    return (*NOTHING, *GREETINGS)


ROUTES: tuple[Route, ...] = tuple(_compile())


HOSTS = frozenset(route.host for route in ROUTES)
"""The hosts that answer at all."""


def find_service(request: Request) -> Answer | None:
    """The answer of the first route that fits, or None where the request is for a page."""
    for route in ROUTES:
        answer = route.try_answer(request)
        if answer is not None:
            return answer
    return None
