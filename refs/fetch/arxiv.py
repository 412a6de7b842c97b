"""arXiv: preprints by id (Atom)."""

import re
from collections.abc import Iterable, Sequence

from lxml import etree

from refs.fetch.answer import Answer
from refs.fetch.dates import date_of_text
from refs.fetch.decode import load_xml, words
from refs.fetch.draft import Draft
from refs.fetch.http import Http
from refs.fetch.people import name_of
from refs.model.fetched import Notice, NoticeKind, SourceReading
from refs.model.flaw import Flaw, FlawCode
from refs.model.identifier import Identifier, Scheme, normalise_doi
from refs.model.item import Item, ItemType

SERVICE = "arxiv"
MOST_AT_ONCE = 50
_ATOM = "{http://www.w3.org/2005/Atom}"
_ARXIV = "{http://arxiv.org/schemas/atom}"
# http://arxiv.org/abs/2104.12255v1
_ID = re.compile(r"arxiv\.org/abs/(.+?)(v\d+)?$")


def ask_arxiv(http: Http, ids: Sequence[str]) -> Answer:
    """The entries of some ids."""
    params = {"id_list": ",".join(ids), "max_results": str(len(ids))}
    return http.get(
        f"{http.services.arxiv}/query", service=SERVICE, params=params, accept="application/atom+xml"
    )


def is_refusal(data: bytes) -> bool:
    """Whether a feed holds nothing but the entry called ``Error``, by which arXiv refuses an id."""
    root, _ = load_xml(data)
    entries = root.findall(f"{_ATOM}entry") if root is not None else []
    return bool(entries) and all(map(_is_error, entries))


def _is_error(entry: etree._Element) -> bool:
    return "/api/errors" in (words(entry, f"{_ATOM}id") or "")


def read_arxiv(data: bytes) -> SourceReading:
    """The preprints of an arXiv feed; the entry called ``Error`` is a flaw."""
    root, flaws = load_xml(data)
    if root is None:
        return SourceReading(flaws=tuple(flaws))
    if root.tag not in {f"{_ATOM}entry", f"{_ATOM}feed"}:
        return SourceReading(flaws=(Flaw(FlawCode.UNREAD, "the XML is no feed of arXiv"),))
    entries = [root] if root.tag == f"{_ATOM}entry" else root.findall(f"{_ATOM}entry")
    items = []
    notices = {}
    for entry in entries:
        if _is_error(entry):
            flaws.append(Flaw(FlawCode.UNREAD, f"arXiv answered: {words(entry, f'{_ATOM}summary')}"))
            continue
        item = _read_entry(entry)
        items.append(item)
        notices[item.id] = tuple(_notices(entry))
    return SourceReading(
        tuple(items), tuple(flaws), {name: found for name, found in notices.items() if found}
    )


def _read_entry(entry: etree._Element) -> Item:
    found = _ID.search(words(entry, f"{_ATOM}id") or "")
    number, version = (found.group(1), found.group(2)) if found else (None, None)
    draft = Draft(SERVICE, ItemType.ARTICLE)
    draft.identify(number, "arxiv:")
    draft.put("title", words(entry, f"{_ATOM}title"), "title")
    draft.names(
        "author", (name_of(words(each)) for each in entry.iterfind(f"{_ATOM}author/{_ATOM}name")), "author"
    )
    draft.put("issued", date_of_text(words(entry, f"{_ATOM}published")), "published")
    draft.put("genre", "Preprint", "id")
    draft.put("publisher", "arXiv", "id")
    draft.put("number", f"arXiv:{number}" if number else None, "id")
    draft.put("version", (version or "").removeprefix("v"), "id")
    draft.put("DOI", f"10.48550/arxiv.{number}" if number else None, "id")
    draft.put("abstract", words(entry, f"{_ATOM}summary"), "summary")
    draft.put("URL", f"https://arxiv.org/abs/{number}{version or ''}" if number else None, "id")
    category = entry.find(f"{_ARXIV}primary_category")
    draft.put("keyword", category.get("term") if category is not None else None, "primary_category")
    updated = date_of_text(words(entry, f"{_ATOM}updated"))
    if updated and updated != draft.get("issued"):
        draft.custom["updated"] = str(updated)
    if journal := words(entry, f"{_ARXIV}journal_ref"):
        draft.custom["journal_ref"] = journal
    return draft.item()


def _notices(entry: etree._Element) -> Iterable[Notice]:
    """The article that the preprint became."""
    doi = normalise_doi(words(entry, f"{_ARXIV}doi") or "")
    journal = words(entry, f"{_ARXIV}journal_ref")
    if doi or journal:
        named = Identifier(Scheme.DOI, doi) if doi else None
        yield Notice(NoticeKind.PREPRINT_PUBLISHED, SERVICE, named, label=journal)
