"""Which registry judges a link, and the questions to it."""

from collections.abc import Callable, Generator
from urllib.parse import urlsplit

from refs.check.answer import Answer, Request
from refs.check.registry import dailymed, doi, ncbi, openfda
from refs.check.registry.word import SILENT, Word
from refs.check.settings import HostRule, Settings
from refs.check.target import Refusal, host_of, read_target
from refs.model.identifier import Identifier, Scheme, parse_identifier
from refs.model.link import Link

Asking = Generator[Request, Answer, Word]
_JSON = ("Accept: application/json",)
_LIMIT = 4_194_304
_JUDGED = frozenset(
    {Scheme.DOI, Scheme.SHORT_DOI, Scheme.PMID, Scheme.PMCID, Scheme.NBK, Scheme.SETID, Scheme.FDA_LABEL}
)
_HOSTS = frozenset(
    {
        "doi.org",
        "dx.doi.org",
        "www.doi.org",
        "pubmed.ncbi.nlm.nih.gov",
        "pmc.ncbi.nlm.nih.gov",
        "www.ncbi.nlm.nih.gov",
        "ncbi.nlm.nih.gov",
        "dailymed.nlm.nih.gov",
        "www.accessdata.fda.gov",
        "accessdata.fda.gov",
        "europepmc.org",
    }
)


def find_registered(link: Link, host: str) -> Identifier | None:
    """The identifier that a registry can judge: the one of the link, else the one its URL is."""
    found = None
    if link.identifier is not None:
        found = parse_identifier(link.identifier.removeprefix(f"{Scheme.FDA_LABEL}:"))
    if (found is None or found.scheme not in _JUDGED) and host in _HOSTS:
        found = parse_identifier(link.url.partition("#")[0])
    return found if found is not None and found.scheme in _JUDGED else None


def registry_host(identifier: Identifier, settings: Settings) -> str:
    """The host that the question goes to, as ``name:port``."""
    services = settings.services
    base = {
        Scheme.DOI: services.doi,
        Scheme.SHORT_DOI: services.doi,
        Scheme.SETID: services.dailymed,
        Scheme.FDA_LABEL: services.openfda,
    }.get(identifier.scheme, services.eutils)
    target = read_target(base)
    return "" if isinstance(target, Refusal) else target.host


def asked_hosts(link: Link, settings: Settings) -> tuple[str, ...]:
    """The hosts that are asked for a link, as far as is known before: that of its registry first, then its own."""
    host, name = host_of(link.url) or _slow_host_of(link.url)
    if (link.identifier is None and name not in _HOSTS) or not settings.registries or not host:
        return (host,)
    identifier = find_registered(link, name)
    return (host,) if identifier is None else (registry_host(identifier, settings), host)


def _slow_host_of(url: str) -> tuple[str, str]:
    target = read_target(url)
    return ("", "") if isinstance(target, Refusal) else (target.host, target.name)


def registry_rules(settings: Settings) -> dict[str, HostRule]:
    """What the registries ask for (their published limits), by host."""
    services = settings.services
    rules = {
        services.eutils: HostRule(1, 0.34),
        services.openfda: HostRule(1, 0.26),
        services.dailymed: HostRule(1, 0.2),
        services.doi: HostRule(2, 0.1),
        services.wayback: HostRule(1, 2.5),
    }
    return {_key(base): rule for base, rule in rules.items()}


def ask_registry(identifier: Identifier, settings: Settings) -> Asking:
    """What the registry says of one identifier."""
    ask, read = _QUESTIONS[identifier.scheme]
    url = ask(identifier, settings)
    if url is None:
        return SILENT
    answer = yield from _ask(url)
    word = read(identifier, answer)
    if word.found is False and answer.status >= 500:
        return SILENT
    return word


def ask_many(identifiers: list[Identifier], settings: Settings) -> Generator[Request, Answer, list[Word]]:
    """What E-utilities says of identifiers of one scheme, in one call."""
    answer = yield from _ask(ncbi.ask_summaries(identifiers, settings.services, settings.contact))
    return ncbi.read_summaries(identifiers, answer)


def _ask(url: str) -> Generator[Request, Answer, Answer]:
    target = read_target(url)
    if isinstance(target, Refusal):
        return Answer(error=target.reason, detail=target.detail)
    return (yield Request(target, limit=_LIMIT, headers=_JSON))


def _key(base: str) -> str:
    parts = urlsplit(base)
    return f"{parts.hostname}:{parts.port or (443 if parts.scheme == 'https' else 80)}"


_Question = tuple[Callable[[Identifier, Settings], str | None], Callable[[Identifier, Answer], Word]]
_QUESTIONS: dict[Scheme, _Question] = {
    Scheme.DOI: (
        lambda one, to: doi.ask_handle(one.value, to.services),
        lambda one, answer: doi.read_handle(one.value, answer),
    ),
    Scheme.SHORT_DOI: (
        lambda one, to: doi.ask_handle(one.value, to.services),
        lambda one, answer: doi.read_handle(one.value, answer),
    ),
    Scheme.PMID: (
        lambda one, to: ncbi.ask_summaries([one], to.services, to.contact),
        lambda one, answer: ncbi.read_summaries([one], answer)[0],
    ),
    Scheme.PMCID: (
        lambda one, to: ncbi.ask_summaries([one], to.services, to.contact),
        lambda one, answer: ncbi.read_summaries([one], answer)[0],
    ),
    Scheme.NBK: (lambda one, to: ncbi.ask_book(one, to.services, to.contact), ncbi.read_book),
    Scheme.SETID: (lambda one, to: dailymed.ask_label(one, to.services), dailymed.read_label),
    Scheme.FDA_LABEL: (lambda one, to: openfda.ask_documents(one, to.services), openfda.read_documents),
}
