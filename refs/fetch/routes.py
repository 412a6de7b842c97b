"""Which services are asked for an identifier of each scheme, and in which order."""

from collections.abc import Callable, Mapping

from refs.alike import ratio_of_part
from refs.fetch import (
    arxiv,
    clinicaltrials,
    crossref,
    dailymed,
    datacite,
    doi,
    drugsfda,
    europepmc,
    eutils,
    googlebooks,
    openalex,
    openfda,
    openlibrary,
    pmc,
)
from refs.fetch.answer import Answer
from refs.fetch.http import Http
from refs.fetch.pubmed import read_pubmed
from refs.fetch.settle import (
    missing,
    not_now,
    refuse,
    renamed,
    settle,
    standing_in,
    unread,
    unsupported,
    worst_of,
)
from refs.fetch.webpage.read import ask_webpage, settle_webpage
from refs.model.fdalabel import read_label_url
from refs.model.fetched import Fetched, Outcome, SourceReading
from refs.model.identifier import Identifier, Scheme
from refs.model.item import Item
from refs.text import fold

Route = Callable[[Http, Identifier], Fetched]


def fetch_doi(http: Http, identifier: Identifier) -> Fetched:
    """Crossref or DataCite, whichever is likely; then whichever doi.org names; then negotiation."""
    likely = _from_datacite if identifier.value.split("/")[0] in doi.DATACITE_PREFIXES else _from_crossref
    first = likely(http, identifier)
    if first.outcome is Outcome.NOT_NOW and http.offline:
        return _from_memory(http, identifier, first)
    if first.outcome is Outcome.NOT_NOW:
        return _from_openalex(http, identifier, first)
    if first.outcome is not Outcome.MISSING:
        return first
    return _from_agency(http, identifier, first, likely)


def _from_memory(http: Http, identifier: Identifier, first: Fetched) -> Fetched:
    """What another agency or OpenAlex said of the DOI before, where nobody can be asked now."""
    for route in (_from_crossref, _from_datacite, _from_negotiation):
        kept = route(http, identifier)
        if kept.outcome is Outcome.FOUND:
            return kept
    return _from_openalex(http, identifier, first)


def _from_agency(http: Http, identifier: Identifier, first: Fetched, asked: Route) -> Fetched:
    """The record at the agency that doi.org names; where it names none, at the one not asked so far."""
    answer = doi.ask_agency(http, identifier.value)
    agency = doi.read_agency(answer.body) if answer.outcome is Outcome.FOUND else None
    if agency == doi.UNKNOWN:
        return missing(identifier, "doi.org", f"no agency knows {identifier}")
    if agency is None:
        other = _from_crossref if asked is _from_datacite else _from_datacite
        silent = (
            unread(identifier, "doi.org")
            if answer.outcome is Outcome.FOUND
            else refuse(identifier, "doi.org", answer)
        )
        return worst_of(identifier, (other(http, identifier), silent, first))
    named = {"crossref": _from_crossref, "datacite": _from_datacite}.get(agency, _from_negotiation)
    return first if named is asked else named(http, identifier)


def _from_crossref(http: Http, identifier: Identifier) -> Fetched:
    answer = crossref.ask_crossref(http, [identifier.value])
    return settle(identifier, "crossref", answer, crossref.read_crossref, strict=False)


def _from_datacite(http: Http, identifier: Identifier) -> Fetched:
    answer = datacite.ask_datacite(http, [identifier.value])
    return settle(identifier, "datacite", answer, datacite.read_datacite, strict=False)


def _from_openalex(http: Http, identifier: Identifier, first: Fetched) -> Fetched:
    """OpenAlex's record, where the agency cannot answer."""
    answer = openalex.ask_openalex(http, f"doi:{identifier.value}")
    second = settle(identifier, "openalex", answer, openalex.read_openalex)
    return standing_in(second) if second.outcome is Outcome.FOUND else first


def _from_negotiation(http: Http, identifier: Identifier) -> Fetched:
    answer = doi.ask_negotiation(http, identifier.value)
    if answer.status in {204, 406}:
        return unsupported(identifier, "doi.org", f"the agency of {identifier} gives no metadata")
    return settle(identifier, "doi", answer, doi.read_negotiation, strict=False)


def fetch_short_doi(http: Http, identifier: Identifier) -> Fetched:
    """The DOI behind a short one."""
    answer = doi.ask_handle(http, identifier.value)
    if answer.outcome is not Outcome.FOUND:
        return refuse(identifier, "doi.org", answer)
    whole = doi.read_alias(answer.body)
    if whole is None and not doi.is_handle(answer.body):
        return unread(identifier, "doi.org")
    if whole is None:
        return missing(identifier, "doi.org")
    return renamed(fetch_doi(http, Identifier(Scheme.DOI, whole)), identifier)


def fetch_pmid(http: Http, identifier: Identifier) -> Fetched:
    """PubMed; where it is down, NCBI's citation exporter, then Europe PMC."""
    answer = eutils.efetch(http, "pubmed", [identifier.value])
    first = settle(identifier, "pubmed", answer, read_pubmed)
    if first.outcome is not Outcome.NOT_NOW or http.offline or answer.status == 0:
        return first
    second = settle(identifier, "ctxp", pmc.ask_ctxp(http, "pubmed", [identifier.value]), pmc.read_ctxp)
    return (
        standing_in(second) if second.outcome is Outcome.FOUND else _from_europepmc(http, identifier, first)
    )


def _from_europepmc(http: Http, identifier: Identifier, first: Fetched) -> Fetched:
    """Europe PMC's record, where NCBI cannot answer."""
    answer = europepmc.ask_europepmc(http, identifier)
    second = settle(identifier, "europepmc", answer, europepmc.read_europepmc)
    return standing_in(second) if second.outcome is Outcome.FOUND else first


def fetch_pmcid(http: Http, identifier: Identifier) -> Fetched:
    """The article's PMID or DOI from the id converter, and its record by that; else the exporter."""
    answer = pmc.ask_idconv(http, [identifier.value])
    if answer.outcome is not Outcome.FOUND:
        return refuse(identifier, "idconv", answer)
    names = pmc.read_idconv(answer.body).get(identifier.value)
    if names is None:
        return not_now(identifier, "idconv", f"idconv gave no answer about {identifier}")
    if not names.known:
        return missing(identifier, "PubMed Central")
    if names.pmid:
        return renamed(fetch_pmid(http, Identifier(Scheme.PMID, names.pmid)), identifier)
    if names.doi:
        return renamed(fetch_doi(http, Identifier(Scheme.DOI, names.doi)), identifier)
    answer = pmc.ask_ctxp(http, "pmc", [identifier.value.removeprefix("PMC")])
    return settle(identifier, "ctxp", answer, pmc.read_ctxp, strict=False)


def fetch_nbk(http: Http, identifier: Identifier) -> Fetched:
    """The chapter's PubMed record, found by its accession; else the page's own metadata."""
    answer = eutils.esearch(http, "pubmed", f"{identifier.value}[bookaccession]")
    if answer.outcome is not Outcome.FOUND:
        return refuse(identifier, "pubmed", answer)
    ids = eutils.read_esearch(answer.body)
    if ids is None:
        return not_now(identifier, "pubmed", "the search gave an answer that cannot be read")
    if ids:
        answer = eutils.efetch(http, "pubmed", ids)
        record = settle(identifier, "bookshelf", answer, read_pubmed)
        if record.outcome is not Outcome.MISSING:
            return record
    return settle_webpage(identifier, ask_webpage(http, identifier.url or ""))


def fetch_fda_label(http: Http, identifier: Identifier) -> Fetched:
    """The label's application at Drugs@FDA: the one that its URL names, if that lists it; else the one that does."""
    label = read_label_url(identifier.value)
    numbers = [each.number for each in label.applications][:10] if label else []
    named = None
    if label is not None and label.confident:
        answer = drugsfda.ask_drugsfda(http, numbers)
        named = _settle_label(identifier, answer, drugsfda.read_drugsfda)
        if named.outcome is Outcome.NOT_NOW or drugsfda.lists_document(answer.body, identifier.value):
            return named
    listed = _settle_label(identifier, drugsfda.ask_document(http, identifier.value), drugsfda.read_document)
    if not numbers or listed.outcome in {Outcome.FOUND, Outcome.NOT_NOW}:
        return listed
    return named or _settle_label(identifier, drugsfda.ask_drugsfda(http, numbers), drugsfda.read_drugsfda)


def _settle_label(
    identifier: Identifier, answer: Answer, read: Callable[[bytes, str], SourceReading]
) -> Fetched:
    return settle(identifier, "drugsfda", answer, lambda data: read(data, identifier.value), strict=False)


def fetch_fda_application(http: Http, identifier: Identifier) -> Fetched:
    """The application at Drugs@FDA."""
    answer = drugsfda.ask_drugsfda(http, [identifier.value])
    return settle(identifier, "drugsfda", answer, drugsfda.read_drugsfda)


def fetch_setid(http: Http, identifier: Identifier) -> Fetched:
    """The label at DailyMed; where that is down, openFDA's copy."""
    answer = dailymed.ask_dailymed(http, identifier.value)
    first = settle(identifier, "dailymed", answer, dailymed.read_dailymed)
    if first.outcome is Outcome.FOUND or answer.status == 0:
        return first
    answer = openfda.ask_openfda(http, "set_id", identifier.value)
    second = settle(identifier, "openfda", answer, openfda.read_openfda)
    return standing_in(second) if second.outcome is Outcome.FOUND else worst_of(identifier, (second, first))


def fetch_isbn(http: Http, identifier: Identifier) -> Fetched:
    """Open Library, then Google Books; only a book that bears the ISBN."""
    answer = openlibrary.ask_openlibrary(http, identifier.value)
    first = settle(identifier, "openlibrary", answer, openlibrary.read_openlibrary)
    if first.outcome is Outcome.FOUND or http.offline:
        return first
    answer = googlebooks.ask_googlebooks(http, identifier.value)
    return worst_of(
        identifier, (settle(identifier, "googlebooks", answer, googlebooks.read_googlebooks), first)
    )


def fetch_openalex(http: Http, identifier: Identifier) -> Fetched:
    """The record of the work's DOI, where OpenAlex names one that its agency knows; else OpenAlex's own."""
    answer = openalex.ask_openalex(http, identifier.value)
    own = settle(identifier, "openalex", answer, openalex.read_openalex)
    if own.item is None or own.item.DOI is None:
        return own
    record = renamed(fetch_doi(http, Identifier(Scheme.DOI, own.item.DOI)), identifier)
    return record if record.outcome is Outcome.FOUND else own


def fetch_nct(http: Http, identifier: Identifier) -> Fetched:
    """The study at ClinicalTrials.gov."""
    answer = clinicaltrials.ask_clinicaltrials(http, identifier.value)
    return settle(identifier, "clinicaltrials", answer, clinicaltrials.read_clinicaltrials)


def fetch_arxiv(http: Http, identifier: Identifier) -> Fetched:
    """arXiv; where it is down, the preprint's DOI at DataCite."""
    answer = arxiv.ask_arxiv(http, [identifier.value])
    if answer.status == 400 or (answer.outcome is Outcome.FOUND and arxiv.is_refusal(answer.body)):
        return missing(identifier, "arxiv", f"arXiv knows no id {identifier.value}")
    first = settle(identifier, "arxiv", answer, arxiv.read_arxiv, strict=False)
    if first.outcome is not Outcome.NOT_NOW or answer.status == 0:
        return first
    bare = identifier.value.rpartition("v")[0] or identifier.value
    second = _from_datacite(http, Identifier(Scheme.DOI, f"10.48550/arxiv.{bare}".lower()))
    return standing_in(renamed(second, identifier)) if second.outcome is Outcome.FOUND else first


def fetch_url(http: Http, identifier: Identifier) -> Fetched:
    """The page's own metadata; where it names a DOI of its own, the registry's record."""
    page = settle_webpage(identifier, ask_webpage(http, identifier.value))
    if page.item is None or page.item.DOI is None:
        return page
    record = renamed(fetch_doi(http, Identifier(Scheme.DOI, page.item.DOI)), identifier)
    return record if record.item is not None and _is_same(page.item, record.item) else page


def _is_same(page: Item, record: Item) -> bool:
    """Whether the work that a page names by DOI is the page itself, not one that it cites."""
    tag = page.provenance["DOI"].tag if "DOI" in page.provenance else None
    if tag != "text" and page.title is None:
        return True
    return ratio_of_part(fold(page.title or ""), fold(record.title or "")) >= 85


ROUTES: Mapping[Scheme, Route] = {
    Scheme.DOI: fetch_doi,
    Scheme.SHORT_DOI: fetch_short_doi,
    Scheme.PMID: fetch_pmid,
    Scheme.PMCID: fetch_pmcid,
    Scheme.NBK: fetch_nbk,
    Scheme.FDA_LABEL: fetch_fda_label,
    Scheme.FDA_APPLICATION: fetch_fda_application,
    Scheme.SETID: fetch_setid,
    Scheme.ARXIV: fetch_arxiv,
    Scheme.ISBN: fetch_isbn,
    Scheme.NCT: fetch_nct,
    Scheme.OPENALEX: fetch_openalex,
    Scheme.URL: fetch_url,
}
