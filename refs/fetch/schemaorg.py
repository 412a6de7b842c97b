"""schema.org in JSON-LD of its own: what repositories hand out for a work, without a page around it."""

from collections.abc import Mapping
from typing import Any

from refs.fetch.dates import date_of_text
from refs.fetch.decode import as_dict, as_list, as_text, load_json
from refs.fetch.draft import Draft
from refs.fetch.markup import rich
from refs.fetch.people import name_of, organisation, person
from refs.fetch.webpage.jsonld import name_in, types_of
from refs.model.fetched import SourceReading
from refs.model.flaw import Flaw, FlawCode
from refs.model.identifier import Scheme, normalise_doi, parse_identifier
from refs.model.item import Item, ItemType
from refs.model.name import Name

SERVICE = "schema.org"
# https://schema.org/CreativeWork and the types below it
_TYPES = {
    "article": ItemType.ARTICLE,
    "blogposting": ItemType.POST_WEBLOG,
    "book": ItemType.BOOK,
    "chapter": ItemType.CHAPTER,
    "clip": ItemType.MOTION_PICTURE,
    "computerprogram": ItemType.SOFTWARE,
    "dataset": ItemType.DATASET,
    "imageobject": ItemType.GRAPHIC,
    "legislation": ItemType.LEGISLATION,
    "map": ItemType.MAP,
    "medicalscholarlyarticle": ItemType.ARTICLE_JOURNAL,
    "movie": ItemType.MOTION_PICTURE,
    "newsarticle": ItemType.ARTICLE_NEWSPAPER,
    "periodical": ItemType.PERIODICAL,
    "podcastepisode": ItemType.BROADCAST,
    "presentationdigitaldocument": ItemType.SPEECH,
    "report": ItemType.REPORT,
    "review": ItemType.REVIEW,
    "scholarlyarticle": ItemType.ARTICLE_JOURNAL,
    "softwareapplication": ItemType.SOFTWARE,
    "softwaresourcecode": ItemType.SOFTWARE,
    "thesis": ItemType.THESIS,
    "videoobject": ItemType.MOTION_PICTURE,
    "webpage": ItemType.WEBPAGE,
    "medicalwebpage": ItemType.WEBPAGE,
}
_HOSTS = ("isPartOf", "periodical", "includedInDataCatalog")
_NUMBERS = (("volumeNumber", "volume"), ("issueNumber", "issue"), ("issn", "ISSN"), ("isbn", "ISBN"))


def read_schemaorg(data: bytes) -> SourceReading:
    """The works of a JSON-LD text: one object, a list of them, or a graph; what names no work is a flaw."""
    decoded, flaws = load_json(data)
    graph = as_dict(decoded).get("@graph")
    works = [each for each in map(as_dict, as_list(graph or decoded)) if _title(each)]
    if not works and not flaws:
        flaws = [Flaw(FlawCode.UNREAD, "the JSON-LD names no work")]
    return SourceReading(tuple(map(_read_work, works)), tuple(flaws))


def _title(work: Mapping[str, Any]) -> str | None:
    return as_text(work.get("name")) or as_text(work.get("headline"))


def _read_work(work: Mapping[str, Any]) -> Item:
    draft = Draft(
        SERVICE, next((_TYPES[each] for each in types_of(work) if each in _TYPES), ItemType.DOCUMENT)
    )
    for text in _identifiers(work):
        found = parse_identifier(text)
        if found is not None and found.scheme is Scheme.DOI:
            draft.put("DOI", normalise_doi(found.value), "identifier")
            draft.identify(text)
    draft.put("title", rich(_title(work)), "name")
    for tag in ("author", "creator"):
        draft.names("author", map(_name, as_list(work.get(tag))), tag)
    draft.names("editor", map(_name, as_list(work.get("editor"))), "editor")
    for tag in ("datePublished", "dateCreated"):
        draft.put("issued", date_of_text(as_text(work.get(tag))), tag)
    _read_host(work, draft)
    draft.put("publisher", name_in(work.get("publisher")), "publisher")
    draft.put("version", as_text(work.get("version")), "version")
    draft.put("language", as_text(work.get("inLanguage")), "inLanguage")
    draft.put("page", _pages(work), "pagination")
    draft.put("medium", "Data set" if draft.get("type") is ItemType.DATASET else None, "@type")
    draft.put("URL", as_text(work.get("url")), "url")
    return draft.item()


def _read_host(work: Mapping[str, Any], draft: Draft) -> None:
    """Where the work came out: an issue in a volume in a periodical, a book, a blog, a catalogue."""
    hosts = [host for tag in _HOSTS for host in as_list(work.get(tag))[:1]]
    for _depth in range(3):
        hosts += [inner for host in hosts[-1:] for inner in as_list(as_dict(host).get("isPartOf"))[:1]]
    for fields in (as_dict(work), *map(as_dict, hosts)):
        for tag, field in _NUMBERS:
            draft.put(field, as_text(fields.get(tag)), tag)
    for host in reversed(hosts):
        draft.put("container_title", name_in(host), "isPartOf")


def _identifiers(work: Mapping[str, Any]) -> list[str]:
    """The ``@id`` and what stands under ``identifier``: addresses, ``doi:…``, or values with a property."""
    told = [
        work.get("@id"),
        *(as_dict(each).get("value") or each for each in as_list(work.get("identifier"))),
    ]
    texts = [text for each in told if not isinstance(each, dict) and (text := as_text(each))]
    return [f"doi:{text}" if text.startswith("10.") else text for text in texts]


def _name(value: object) -> Name | None:
    fields = as_dict(value)
    family = as_text(fields.get("familyName"))
    if family:
        return person(family, as_text(fields.get("givenName")))
    if "organization" in types_of(fields):
        return organisation(name_in(value))
    return name_of(name_in(value))


def _pages(work: Mapping[str, Any]) -> str | None:
    if told := as_text(work.get("pagination")):
        return told
    ends = (as_text(work.get(tag)) for tag in ("pageStart", "pageEnd"))
    return "-".join(dict.fromkeys(end for end in ends if end)) or None
