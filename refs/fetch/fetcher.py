"""Fetcher: an identifier in, a record out."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import groupby

from refs.errors import RefusedAddress
from refs.fetch import arxiv, crossref, datacite, doi, eutils
from refs.fetch.answer import Answer
from refs.fetch.http import Http
from refs.fetch.match import fetch_match
from refs.fetch.pubmed import read_pubmed
from refs.fetch.routes import ROUTES
from refs.fetch.settle import Reader, not_now, settle, unsupported
from refs.model.fetched import Fetched, Outcome
from refs.model.identifier import Identifier, Scheme

Ask = Callable[[Http, Sequence[str]], Answer]


class Fetcher:
    """Asks the services that know an identifier, one by one or, where a service allows, in batches."""

    def __init__(self, http: Http) -> None:
        self.http = http

    def fetch(self, identifier: Identifier) -> Fetched:
        """The record of one identifier, or why there is none."""
        route = ROUTES.get(identifier.scheme)
        if route is None:
            return unsupported(identifier, "refs", f"no service is asked for {identifier.scheme} numbers")
        try:
            return route(self.http, identifier)
        except RefusedAddress as error:
            return unsupported(identifier, "refs", str(error))

    def match(self, text: str) -> Fetched:
        """The work that a free-text reference names, when it surely is the one."""
        return fetch_match(self.http, text)

    def fetch_many(self, identifiers: Iterable[Identifier]) -> dict[Identifier, Fetched]:
        """The records of many identifiers, in the order given; what a batch did not bring is asked for alone."""
        wanted = list(dict.fromkeys(identifiers))
        got: dict[Identifier, Fetched] = {}
        for name, group in groupby(sorted(wanted, key=_batch_of), key=_batch_of):
            members = list(group)
            if name in _BATCHES and len(members) > 1:
                got |= self._fetch_batch(name, members)
        return {each: got.get(each) or self.fetch(each) for each in wanted}

    def _fetch_batch(self, name: str, identifiers: Sequence[Identifier]) -> dict[Identifier, Fetched]:
        size, ask, read = _BATCHES[name]
        got: dict[Identifier, Fetched] = {}
        for start in range(0, len(identifiers), size):
            part = identifiers[start : start + size]
            answer = ask(self.http, [each.value for each in part])
            settled = {each: settle(each, name, answer, read) for each in part}
            got |= {each: one for each, one in settled.items() if one.outcome is Outcome.FOUND}
            if answer.outcome is Outcome.NOT_NOW:
                got |= {each: not_now(each, name, one.detail) for each, one in settled.items()}
        return got


def _efetch(http: Http, ids: Sequence[str]) -> Answer:
    return eutils.efetch(http, "pubmed", ids)


_BATCHES: Mapping[str, tuple[int, Ask, Reader]] = {
    "crossref": (crossref.MOST_AT_ONCE, crossref.ask_crossref, crossref.read_crossref),
    "datacite": (datacite.MOST_AT_ONCE, datacite.ask_datacite, datacite.read_datacite),
    "pubmed": (eutils.MOST_AT_ONCE, _efetch, read_pubmed),
    "arxiv": (arxiv.MOST_AT_ONCE, arxiv.ask_arxiv, arxiv.read_arxiv),
}
_OF_SCHEME = {Scheme.PMID: "pubmed", Scheme.ARXIV: "arxiv"}


def _batch_of(identifier: Identifier) -> str:
    if identifier.scheme is Scheme.DOI and "," not in identifier.value:
        return "datacite" if identifier.value.split("/")[0] in doi.DATACITE_PREFIXES else "crossref"
    return _OF_SCHEME.get(identifier.scheme, "")
