"""DailyMed: drug labels by set id (SPL XML), their lists, and their history."""

from collections.abc import Iterable
from dataclasses import dataclass

from lxml import etree

from refs.fetch.answer import Answer
from refs.fetch.dates import date_of_text
from refs.fetch.decode import as_dict, as_list, as_text, find, load_json, load_xml, unlike, words
from refs.fetch.draft import Draft
from refs.fetch.drugnames import print_drug
from refs.fetch.http import Http
from refs.fetch.people import organisation
from refs.model.date import Date
from refs.model.fetched import SourceReading
from refs.model.flaw import Flaw, FlawCode
from refs.model.item import Item, ItemType

SERVICE = "dailymed"
_NS = "{urn:hl7-org:v3}"
_URL = "https://dailymed.nlm.nih.gov/dailymed/drugInfo.cfm?setid={}"


@dataclass(frozen=True, slots=True)
class Edition:
    """One version of a label in its history."""

    version: int
    published: Date | None


def ask_dailymed(http: Http, setid: str) -> Answer:
    """The whole label as SPL XML; its JSON form is refused (415)."""
    url = f"{http.services.dailymed}/spls/{setid}.xml"
    return http.get(url, service=SERVICE, accept="application/xml, text/xml")


def ask_history(http: Http, setid: str) -> Answer:
    """The versions of a label."""
    return http.get(f"{http.services.dailymed}/spls/{setid}/history.json", service=SERVICE)


def read_dailymed(data: bytes) -> SourceReading:
    """The label of an SPL XML document, or the labels of a JSON list."""
    if data.lstrip()[:1] in {b"{", b"["}:
        return _read_list(data)
    root, flaws = load_xml(data)
    if root is None:
        return SourceReading(flaws=tuple(flaws))
    if root.tag != f"{_NS}document":
        return SourceReading(flaws=(*flaws, Flaw(FlawCode.UNREAD, "the XML is no drug label")))
    return SourceReading((_read_document(root),), tuple(flaws))


def _read_list(data: bytes) -> SourceReading:
    decoded, flaws = load_json(data)
    flaws = flaws or unlike(decoded, "data")
    listed = map(as_dict, as_list(as_dict(decoded).get("data")))
    return SourceReading(tuple(_read_listed(each) for each in listed if each.get("setid")), tuple(flaws))


def read_history(data: bytes) -> tuple[Edition, ...]:
    """The versions of a label, the newest first."""
    history = as_dict(as_dict(load_json(data)[0]).get("data")).get("history")
    editions = [_edition(as_dict(each)) for each in as_list(history)]
    return tuple(sorted(editions, key=lambda edition: edition.version, reverse=True))


def _edition(entry: dict[str, object]) -> Edition:
    version = as_text(entry.get("spl_version")) or "0"
    return Edition(
        int(version) if version.isdecimal() else 0, date_of_text(as_text(entry.get("published_date")))
    )


def _read_listed(entry: dict[str, object]) -> Item:
    """An entry ``BRAND (GENERIC) FORM [LABELER]`` of a list."""
    title = as_text(entry.get("title")) or ""
    name, _, labeler = title.removesuffix("]").partition(" [")
    draft = Draft(SERVICE, ItemType.REPORT)
    draft.identify(as_text(entry.get("setid")), "setid:")
    brand, _, rest = name.partition(" (")
    generic, _, form = rest.partition(")")
    draft.put("title", print_drug(brand, generic) if generic else name.capitalize(), "title")
    draft.names("author", [organisation(labeler.title() if labeler.isupper() else labeler)], "title")
    _finish(draft, as_text(entry.get("setid")) or "", form.strip().lower())
    draft.put("issued", date_of_text(as_text(entry.get("published_date"))), "published_date")
    draft.put("version", as_text(entry.get("spl_version")), "spl_version")
    return draft.item()


def _read_document(root: etree._Element) -> Item:
    setid = _attribute(root, "setId", "root").lower()
    product = root.find(f".//{_NS}manufacturedProduct/{_NS}manufacturedProduct")
    if product is None:
        product = root.find(f".//{_NS}manufacturedProduct/{_NS}manufacturedMedicine")
    draft = Draft(SERVICE, ItemType.REPORT)
    draft.identify(setid, "setid:")
    for number in _approvals(root):
        draft.identify(number)
    labeler = words(root, f"{_NS}author/{_NS}assignedEntity/{_NS}representedOrganization/{_NS}name")
    draft.names("author", [organisation(labeler)], "author")
    draft.put("title", _drug(product), "manufacturedProduct")
    draft.put("title", words(root, f"{_NS}title"), "title")
    draft.put("issued", date_of_text(_attribute(root, "effectiveTime", "value")), "effectiveTime")
    draft.put("version", _attribute(root, "versionNumber", "value"), "versionNumber")
    form = find(product, f"{_NS}formCode")
    kind = _attribute(root, "code", "displayName")
    _finish(draft, setid, (form.get("displayName") or "").lower() if form is not None else "")
    if kind:
        draft.custom["document_type"] = kind
    return draft.item()


def _finish(draft: Draft, setid: str, form: str) -> None:
    draft.put("genre", "Package insert", "code")
    draft.put("container_title", "DailyMed", "host")
    draft.put("publisher", "National Library of Medicine (US)", "host")
    draft.put("publisher_place", "Bethesda (MD)", "host")
    draft.put("URL", _URL.format(setid.lower()) if setid else None, "setId")
    draft.custom |= {"setid": setid.lower()} | ({"dosage_form": form} if form else {})


def _attribute(root: etree._Element, name: str, attribute: str) -> str:
    node = root.find(f"{_NS}{name}")
    return (node.get(attribute) or "").strip() if node is not None else ""


def _approvals(root: etree._Element) -> Iterable[str]:
    for node in root.iterfind(f".//{_NS}approval/{_NS}id"):
        number = node.get("extension") or ""
        if number[-6:].isdecimal():
            yield number


def _drug(product: etree._Element | None) -> str | None:
    brand = words(product, f"{_NS}name")
    generic = words(product, f".//{_NS}genericMedicine/{_NS}name")
    return print_drug(brand, generic) if brand else None
