"""Many identifiers in one request, where a service allows it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress

from refs.errors import RefusedAddress
from refs.fetch import arxiv, crossref, datacite, doi, eutils, pmc
from refs.fetch.answer import Answer
from refs.fetch.http import Http
from refs.fetch.pubmed import read_pubmed
from refs.fetch.settle import Reader, missing, not_now, renamed, settle
from refs.model.fetched import Fetched, Outcome
from refs.model.identifier import Identifier, Scheme

Found = dict[Identifier, Fetched]
Ask = Callable[[Http, Sequence[str]], Answer]


def fetch_batches(http: Http, identifiers: Iterable[Identifier]) -> Found:
    """What batches bring; an identifier that is not among the answers has to be asked for alone."""
    groups: dict[str, list[Identifier]] = {}
    for each in identifiers:
        groups.setdefault(_batch_of(each), []).append(each)
    found: Found = {}
    for name, members in groups.items():
        if name in _BATCHES and len(members) > 1:
            size, fetch = _BATCHES[name]
            for start in range(0, len(members), size):
                with suppress(RefusedAddress):  # each alone says so in a sentence
                    found |= fetch(http, members[start : start + size])
    return found


def _batch_of(identifier: Identifier) -> str:
    if identifier.scheme is Scheme.DOI and "," not in identifier.value:
        return "datacite" if identifier.value.split("/")[0] in doi.DATACITE_PREFIXES else "crossref"
    return str(identifier.scheme)


def _listed(name: str, ask: Ask, read: Reader) -> Callable[[Http, Sequence[Identifier]], Found]:
    """A batch of a service that takes a list of ids and answers with a list of records."""

    def fetch(http: Http, part: Sequence[Identifier]) -> Found:
        answer = ask(http, [each.value for each in part])
        return _share(name, part, answer, read)

    return fetch


def _share(name: str, part: Sequence[Identifier], answer: Answer, read: Reader) -> Found:
    """Each identifier's share of one answer; "not now" for all where the service could not answer."""
    settled = {each: settle(each, name, answer, read) for each in part}
    if answer.outcome is Outcome.NOT_NOW:
        return {each: not_now(each, name, one.detail) for each, one in settled.items()}
    return {each: one for each, one in settled.items() if one.outcome is Outcome.FOUND}


def _efetch(http: Http, ids: Sequence[str]) -> Answer:
    return eutils.efetch(http, "pubmed", ids)


def _fetch_pmcids(http: Http, part: Sequence[Identifier]) -> Found:
    """The converter's PMIDs of some articles, and their PubMed records."""
    answer = pmc.ask_idconv(http, [each.value for each in part])
    if answer.outcome is not Outcome.FOUND:
        return {}
    names = pmc.read_idconv(answer.body)
    found = {
        each: missing(each, "PubMed Central")
        for each in part
        if each.value in names and not names[each.value].known
    }
    pmids = {
        each: Identifier(Scheme.PMID, names[each.value].pmid or "")
        for each in part
        if each.value in names and names[each.value].pmid
    }
    records = _listed("pubmed", _efetch, read_pubmed)(http, list(pmids.values())) if pmids else {}
    return found | {each: renamed(records[pmid], each) for each, pmid in pmids.items() if pmid in records}


def _fetch_chapters(http: Http, part: Sequence[Identifier]) -> Found:
    """The chapters of some NBK numbers: one search for their PMIDs, and one request for all records."""
    term = " OR ".join(f"{each.value}[bookaccession]" for each in part)
    answer = eutils.esearch(http, "pubmed", term, most=len(part) * 2)
    ids = eutils.read_esearch(answer.body) if answer.outcome is Outcome.FOUND else None
    return _share("bookshelf", part, eutils.efetch(http, "pubmed", ids), read_pubmed) if ids else {}


_BATCHES: Mapping[str, tuple[int, Callable[[Http, Sequence[Identifier]], Found]]] = {
    "crossref": (crossref.MOST_AT_ONCE, _listed("crossref", crossref.ask_crossref, crossref.read_crossref)),
    "datacite": (datacite.MOST_AT_ONCE, _listed("datacite", datacite.ask_datacite, datacite.read_datacite)),
    "arxiv": (arxiv.MOST_AT_ONCE, _listed("arxiv", arxiv.ask_arxiv, arxiv.read_arxiv)),
    "pmid": (eutils.MOST_AT_ONCE, _listed("pubmed", _efetch, read_pubmed)),
    "pmcid": (pmc.MOST_AT_ONCE, _fetch_pmcids),
    "nbk": (20, _fetch_chapters),
}
