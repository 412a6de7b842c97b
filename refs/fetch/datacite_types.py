"""DataCite's types, general and specific → item types of CSL."""

import re
from collections.abc import Mapping
from typing import Any

from refs.fetch.datacite_related import publication_of
from refs.fetch.decode import as_dict, as_text
from refs.model.item import ItemType

_GENERAL = {
    "audiovisual": ItemType.MOTION_PICTURE,
    "book": ItemType.BOOK,
    "bookchapter": ItemType.CHAPTER,
    "collection": ItemType.COLLECTION,
    "computationalnotebook": ItemType.SOFTWARE,
    "conferencepaper": ItemType.PAPER_CONFERENCE,
    "conferenceproceeding": ItemType.BOOK,
    "datapaper": ItemType.ARTICLE_JOURNAL,
    "dataset": ItemType.DATASET,
    "dissertation": ItemType.THESIS,
    "event": ItemType.EVENT,
    "image": ItemType.GRAPHIC,
    "interactiveresource": ItemType.WEBPAGE,
    "journal": ItemType.PERIODICAL,
    "journalarticle": ItemType.ARTICLE_JOURNAL,
    "outputmanagementplan": ItemType.REPORT,
    "peerreview": ItemType.REVIEW,
    "poster": ItemType.SPEECH,
    "preprint": ItemType.ARTICLE,
    "presentation": ItemType.SPEECH,
    "report": ItemType.REPORT,
    "software": ItemType.SOFTWARE,
    "sound": ItemType.SONG,
    "standard": ItemType.STANDARD,
    "workflow": ItemType.SOFTWARE,
}
_SPECIFIC = {
    "article": ItemType.ARTICLE_JOURNAL,
    "bachelorthesis": ItemType.THESIS,
    "booksection": ItemType.CHAPTER,
    "conferenceposter": ItemType.SPEECH,
    "conferenceproceedings": ItemType.BOOK,
    "blogpost": ItemType.POST_WEBLOG,
    "doctoralthesis": ItemType.THESIS,
    "figure": ItemType.GRAPHIC,
    "interview": ItemType.INTERVIEW,
    "lecture": ItemType.SPEECH,
    "manuscript": ItemType.MANUSCRIPT,
    "map": ItemType.MAP,
    "mastersthesis": ItemType.THESIS,
    "masterthesis": ItemType.THESIS,
    "newspaperarticle": ItemType.ARTICLE_NEWSPAPER,
    "patent": ItemType.PATENT,
    "phdthesis": ItemType.THESIS,
    "phd": ItemType.THESIS,
    "photo": ItemType.GRAPHIC,
    "photograph": ItemType.GRAPHIC,
    "proceedings": ItemType.BOOK,
    "researcharticle": ItemType.ARTICLE_JOURNAL,
    "slides": ItemType.SPEECH,
    "technicalnote": ItemType.REPORT,
    "technicalreport": ItemType.REPORT,
    "thesis": ItemType.THESIS,
    "video": ItemType.MOTION_PICTURE,
    "webpage": ItemType.WEBPAGE,
    "website": ItemType.WEBPAGE,
    "workingpaper": ItemType.REPORT,
}
"""What people write for the kind of a text."""

_CSL = {str(each): each for each in ItemType}


def general_type(record: Mapping[str, Any]) -> str:
    """The ``resourceTypeGeneral`` in small letters."""
    return (as_text(as_dict(record.get("types")).get("resourceTypeGeneral")) or "").lower()


def read_type(record: Mapping[str, Any]) -> ItemType:
    """The item type: by the general type, by what people write beside it, by what DataCite calls it in CSL."""
    kind = _GENERAL.get(general_type(record)) or _GENERAL.get(_specific(record))
    if general_type(record) == "datapaper" and not _has_container(record):
        return ItemType.ARTICLE
    if kind is not None:
        return kind
    given = as_text(as_dict(record.get("types")).get("citeproc")) or ""
    kind = _SPECIFIC.get(_specific(record))
    if kind is not None and (kind is not ItemType.ARTICLE_JOURNAL or _has_container(record)):
        return kind
    if given == "article-journal" and not _has_container(record):
        return ItemType.DOCUMENT
    return _CSL.get(given, ItemType.DOCUMENT)


def _has_container(record: Mapping[str, Any]) -> bool:
    return bool(as_dict(record.get("container")).get("title") or publication_of(record))


def _specific(record: Mapping[str, Any]) -> str:
    kind = as_text(as_dict(record.get("types")).get("resourceType")) or ""
    return re.sub(r"[^a-z]", "", kind.lower())
