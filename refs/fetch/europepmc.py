"""Europe PMC: articles by PMID, PMCID or DOI."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from refs.fetch.answer import Answer
from refs.fetch.dates import date_of_text
from refs.fetch.decode import as_dict, as_list, as_text, load_json, unlike
from refs.fetch.draft import Draft
from refs.fetch.http import Http
from refs.fetch.markup import rich, without_stop
from refs.model.fetched import Notice, NoticeKind, SourceReading
from refs.model.identifier import Identifier, Scheme, normalise_doi
from refs.model.initials import pointed, spelled
from refs.model.item import Item, ItemType
from refs.model.name import Name
from refs.model.pages import full_pages

SERVICE = "europepmc"
_QUERIES = {Scheme.DOI: 'DOI:"{}"', Scheme.PMID: "EXT_ID:{} AND SRC:MED", Scheme.PMCID: "PMCID:{}"}


def ask_europepmc(http: Http, identifier: Identifier) -> Answer:
    """The article of a DOI, PMID or PMCID."""
    mail = {"email": http.contact} if http.contact else {}
    query = _QUERIES[identifier.scheme].format(identifier.value)
    params = {"query": query, "format": "json", "resultType": "core", "pageSize": "5"} | mail
    return http.get(f"{http.services.europepmc}/search", service=SERVICE, params=params)


_LISTS = (("resultList", "result"), ("citationList", "citation"), ("referenceList", "reference"))


def read_europepmc(data: bytes) -> SourceReading:
    """The articles of a search, or of a list of citations or references."""
    decoded, flaws = load_json(data)
    flaws = flaws or unlike(decoded, *(outer for outer, _ in _LISTS))
    read = [
        (_read_article(each), _notices(each)) for each in _articles(as_dict(decoded)) if each.get("title")
    ]
    notices = {item.id: found for item, found in read if found}
    return SourceReading(tuple(item for item, _ in read), tuple(flaws), notices)


def _articles(decoded: Mapping[str, Any]) -> Iterable[dict[str, Any]]:
    for outer, inner in _LISTS:
        yield from map(as_dict, as_list(as_dict(decoded.get(outer)).get(inner)))


def _read_article(article: Mapping[str, Any]) -> Item:
    kind = (
        as_text(article.get("pubType")) or as_text(as_dict(article.get("pubTypeList")).get("pubType")) or ""
    )
    preprint = article.get("source") == "PPR" or "preprint" in kind.lower()
    draft = Draft(SERVICE, ItemType.ARTICLE if preprint else ItemType.ARTICLE_JOURNAL)
    pmid = as_text(article.get("pmid")) or (
        as_text(article.get("id")) if article.get("source") == "MED" else None
    )
    doi = normalise_doi(as_text(article.get("doi")) or "")
    draft.identify(pmid, "pmid:")
    draft.identify(doi, "doi:")
    draft.identify(as_text(article.get("pmcid")))
    draft.put("PMID", pmid, "pmid")
    draft.put("DOI", doi, "doi")
    draft.put("PMCID", as_text(article.get("pmcid")), "pmcid")
    draft.put("title", without_stop(rich(as_text(article.get("title")))), "title")
    draft.names("author", _authors(article), "authorString")
    _read_journal(article, draft)
    draft.put("page", full_pages(as_text(article.get("pageInfo")) or ""), "pageInfo")
    draft.put("URL", f"https://doi.org/{doi}" if doi else f"https://pubmed.ncbi.nlm.nih.gov/{pmid}/", "id")
    return draft.item()


def _read_journal(article: Mapping[str, Any], draft: Draft) -> None:
    info = as_dict(article.get("journalInfo"))
    journal = as_dict(info.get("journal"))
    year = as_text(article.get("pubYear"))
    first = date_of_text(as_text(article.get("firstPublicationDate")))
    draft.put(
        "issued",
        first if first and (year is None or str(first.year) == year) else date_of_text(year),
        "pubYear",
    )
    title = as_text(journal.get("title")) or as_text(article.get("journalTitle"))
    short = as_text(journal.get("isoabbreviation")) or as_text(article.get("journalAbbreviation"))
    draft.put("container_title", rich(title or short), "journalTitle")
    draft.put("container_title_short", short if title else None, "isoabbreviation")
    draft.put("volume", as_text(info.get("volume")) or as_text(article.get("journalVolume")), "journalVolume")
    draft.put("volume", as_text(article.get("volume")), "volume")
    draft.put("issue", as_text(info.get("issue")) or as_text(article.get("issue")), "issue")
    issn = as_text(journal.get("issn")) or (as_text(article.get("journalIssn")) or "").split(";")[0]
    draft.put("ISSN", issn, "journalIssn")


def _authors(article: Mapping[str, Any]) -> Iterable[Name]:
    listed = as_list(as_dict(article.get("authorList")).get("author"))
    if listed:
        for each in map(as_dict, listed):
            group, family = as_text(each.get("collectiveName")), as_text(each.get("lastName"))
            given = pointed(as_text(each.get("firstName"))) or spelled(as_text(each.get("initials")) or "")
            if group or family:
                yield Name(literal=group) if group else Name(family=family, given=given or None)
        return
    for part in (as_text(article.get("authorString")) or "").rstrip(". ").split(", "):
        if part and part != "et al":
            yield _short_name(part)


def _short_name(text: str) -> Name:
    """``Lee MS`` or a group."""
    found = re.fullmatch(r"(.+?)\s+([A-ZÀ-Þ]{1,4}|[A-Z]-[A-Z])(?:\s+(Jr|Sr|2nd|3rd))?", text)
    return (
        Name(family=found.group(1), given=spelled(found.group(2)), suffix=found.group(3))
        if found
        else Name(literal=text)
    )


def _notices(article: Mapping[str, Any]) -> tuple[Notice, ...]:
    kinds = as_list(as_dict(article.get("pubTypeList")).get("pubType")) or [article.get("pubType")]
    if any("retracted publication" in (as_text(kind) or "").lower() for kind in kinds):
        return (Notice(NoticeKind.RETRACTION, SERVICE, label="retracted publication"),)
    return ()
