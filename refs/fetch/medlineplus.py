"""MedlinePlus: health topics from its search service (XML)."""

from lxml import etree

from refs.fetch.answer import Answer
from refs.fetch.dates import date_of_text
from refs.fetch.decode import load_xml, words
from refs.fetch.draft import Draft
from refs.fetch.http import Http
from refs.fetch.markup import rich
from refs.model.fetched import SourceReading
from refs.model.item import Item, ItemType

SERVICE = "medlineplus"


def ask_medlineplus(http: Http, words_sought: str) -> Answer:
    """The health topics that a search finds."""
    who = {"tool": "refs", "email": http.contact}
    params = {"db": "healthTopics", "term": words_sought} | {
        name: value for name, value in who.items() if value
    }
    return http.get(f"{http.services.medlineplus}/query", service=SERVICE, params=params, accept="text/xml")


def read_medlineplus(data: bytes) -> SourceReading:
    """The health topics of an answer."""
    root, flaws = load_xml(data)
    documents = [] if root is None else root.iter("document")
    return SourceReading(tuple(_read_topic(each) for each in documents), tuple(flaws))


def _read_topic(document: etree._Element) -> Item:
    fields = {each.get("name"): words(each) for each in document.iterfind("content")}
    draft = Draft(SERVICE, ItemType.WEBPAGE)
    draft.put("title", rich(fields.get("title")), "title")
    draft.put("issued", date_of_text(fields.get("dateCreated")), "dateCreated")
    draft.put("container_title", "MedlinePlus", "host")
    draft.put("publisher", "National Library of Medicine (US)", "host")
    draft.put("URL", document.get("url"), "url")
    draft.identify(document.get("url"))
    return draft.item()
