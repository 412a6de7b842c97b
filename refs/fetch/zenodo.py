"""Zenodo: records of its API, and of other repositories that run the same software (InvenioRDM)."""

from collections.abc import Mapping
from typing import Any

from refs.fetch.dates import date_of_text
from refs.fetch.decode import as_dict, as_list, as_text, load_json
from refs.fetch.draft import Draft
from refs.fetch.markup import rich
from refs.fetch.people import name_of, organisation, person
from refs.model.fetched import SourceReading
from refs.model.identifier import normalise_doi
from refs.model.item import Item, ItemType
from refs.model.name import Name

SERVICE = "zenodo"
# https://developers.zenodo.org/#representation (upload_type, publication_type), InvenioRDM's resource types
_TYPES = {
    "dataset": ItemType.DATASET,
    "image": ItemType.GRAPHIC,
    "lesson": ItemType.DOCUMENT,
    "physicalobject": ItemType.DOCUMENT,
    "poster": ItemType.SPEECH,
    "presentation": ItemType.SPEECH,
    "software": ItemType.SOFTWARE,
    "video": ItemType.MOTION_PICTURE,
    "publication": ItemType.DOCUMENT,
    "publication-annotationcollection": ItemType.COLLECTION,
    "publication-article": ItemType.ARTICLE_JOURNAL,
    "publication-book": ItemType.BOOK,
    "publication-conferencepaper": ItemType.PAPER_CONFERENCE,
    "publication-conferenceproceeding": ItemType.BOOK,
    "publication-datamanagementplan": ItemType.REPORT,
    "publication-datapaper": ItemType.ARTICLE_JOURNAL,
    "publication-deliverable": ItemType.REPORT,
    "publication-dissertation": ItemType.THESIS,
    "publication-journal": ItemType.PERIODICAL,
    "publication-milestone": ItemType.REPORT,
    "publication-other": ItemType.DOCUMENT,
    "publication-patent": ItemType.PATENT,
    "publication-peerreview": ItemType.REVIEW,
    "publication-preprint": ItemType.ARTICLE,
    "publication-proposal": ItemType.REPORT,
    "publication-report": ItemType.REPORT,
    "publication-section": ItemType.CHAPTER,
    "publication-softwaredocumentation": ItemType.REPORT,
    "publication-standard": ItemType.STANDARD,
    "publication-taxonomictreatment": ItemType.DOCUMENT,
    "publication-technicalnote": ItemType.REPORT,
    "publication-thesis": ItemType.THESIS,
    "publication-workingpaper": ItemType.REPORT,
}
_HOME = "Zenodo"


def read_zenodo(data: bytes) -> SourceReading:
    """The records of an answer, one or the hits of a search."""
    decoded, flaws = load_json(data)
    hits = as_dict(as_dict(decoded).get("hits")).get("hits")
    records = as_list(hits) if hits is not None else as_list(decoded)
    items = tuple(_read_record(record) for record in map(as_dict, records) if "metadata" in record)
    return SourceReading(items, tuple(flaws))


def _read_record(record: Mapping[str, Any]) -> Item:
    about = as_dict(record.get("metadata"))
    draft = Draft(SERVICE, _read_type(about))
    doi = normalise_doi(_doi(record, about) or "")
    draft.identify(f"doi:{doi}" if doi else None)
    draft.put("DOI", doi, "doi")
    draft.put("title", rich(as_text(about.get("title"))), "title")
    draft.names("author", map(_name, as_list(about.get("creators"))), "creators")
    draft.put("issued", date_of_text(as_text(about.get("publication_date"))), "publication_date")
    draft.put("version", as_text(about.get("version")), "version")
    draft.put("language", as_text(about.get("language")), "language")
    draft.put("license", as_text(as_dict(about.get("license")).get("id")), "license")
    draft.put("medium", "Data set" if draft.get("type") is ItemType.DATASET else None, "resource_type")
    _read_host(about, draft)
    draft.put("URL", _url(record, doi), "links")
    return draft.item()


def _read_host(about: Mapping[str, Any], draft: Draft) -> None:
    """What the work came out in: a journal, a book or a meeting; else the repository itself."""
    journal, book = as_dict(about.get("journal")), as_dict(about.get("part_of"))
    meeting, imprint, thesis = (as_dict(about.get(name)) for name in ("meeting", "imprint", "thesis"))
    if draft.get("type") is ItemType.ARTICLE_JOURNAL:
        draft.put("container_title", as_text(journal.get("title")), "journal")
        draft.put("volume", as_text(journal.get("volume")), "journal")
        draft.put("issue", as_text(journal.get("issue")), "journal")
        draft.put("page", as_text(journal.get("pages")), "journal")
    draft.put("container_title", as_text(book.get("title")), "part_of")
    draft.put("page", as_text(book.get("pages")), "part_of")
    draft.put("event_title", as_text(meeting.get("title")), "meeting")
    draft.put("event_place", as_text(meeting.get("place")), "meeting")
    draft.put("ISBN", as_text(imprint.get("isbn")), "imprint")
    draft.put("publisher_place", as_text(imprint.get("place")), "imprint")
    draft.put("publisher", as_text(thesis.get("university")), "thesis")
    draft.put("publisher", as_text(imprint.get("publisher")), "imprint")
    draft.put("publisher", as_text(about.get("publisher")) or _HOME, "publisher")


def _read_type(about: Mapping[str, Any]) -> ItemType:
    told = as_dict(about.get("resource_type"))
    kind = as_text(told.get("id")) or "-".join(
        part for name in ("type", "subtype") if (part := as_text(told.get(name)))
    )
    return _TYPES.get(kind) or _TYPES.get(kind.partition("-")[0], ItemType.DOCUMENT)


def _name(creator: object) -> Name | None:
    """``{"name": "Doe, Jane"}`` of the old form, ``{"person_or_org": {"family_name": …}}`` of the new one."""
    fields = as_dict(as_dict(creator).get("person_or_org")) or as_dict(creator)
    if fields.get("type") == "organizational":
        return organisation(as_text(fields.get("name")))
    family = as_text(fields.get("family_name"))
    return (
        person(family, as_text(fields.get("given_name"))) if family else name_of(as_text(fields.get("name")))
    )


def _doi(record: Mapping[str, Any], about: Mapping[str, Any]) -> str | None:
    own = as_dict(as_dict(record.get("pids")).get("doi")).get("identifier")
    return as_text(record.get("doi")) or as_text(about.get("doi")) or as_text(own)


def _url(record: Mapping[str, Any], doi: str | None) -> str | None:
    if doi:
        return f"https://doi.org/{doi}"
    links = as_dict(record.get("links"))
    return as_text(links.get("self_html")) or as_text(links.get("html"))
