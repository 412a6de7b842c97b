"""Free-text references: the work that Crossref or PubMed finds for them, taken only when it surely is the one."""

import re
from collections.abc import Iterator

from refs.alike import ratio, ratio_of_part
from refs.fetch import crossref, eutils
from refs.fetch.answer import Answer
from refs.fetch.http import Http
from refs.fetch.pubmed import read_pubmed
from refs.fetch.settle import Reader, stamp
from refs.model.fetched import Fetched, Outcome, SourceReading
from refs.model.item import Item
from refs.text import fold, squeeze, strip_tags

ACCEPT = 0.85
"""The confidence, 0 to 1, from which on a work is taken for the reference."""

_MOST = 5


def fetch_match(http: Http, text: str) -> Fetched:
    """The work that a reference names, from Crossref, else from PubMed; below `ACCEPT` there is none."""
    text = squeeze(text)[:1000]
    answers = _searches(http, text)
    best, score, source, down = None, 0.0, "", ""
    for name, answer, reading in answers:
        if answer.outcome is Outcome.NOT_NOW:
            down = f"{name}: {answer.trouble or answer.status}"
        for item in reading.items:
            sure = confidence(text, item)
            if sure > score:
                best, score, source = (stamp(item, answer.when), reading.notices.get(item.id, ())), sure, name
        if score >= ACCEPT:
            break
    if best is not None and score >= ACCEPT:
        return Fetched(Outcome.FOUND, best[0], best[1], (), source, f"matched with confidence {score:.2f}")
    if down:
        return Fetched(Outcome.NOT_NOW, source=source or "search", detail=down)
    near = f"the nearest has confidence {score:.2f} of {ACCEPT}" if best else "nothing like it was found"
    return Fetched(Outcome.MISSING, source="search", detail=f"no work surely is this reference: {near}")


def _searches(http: Http, text: str) -> Iterator[tuple[str, Answer, SourceReading]]:
    answer = ask_crossref_match(http, text)
    yield "crossref", answer, _read(answer, crossref.read_crossref)
    answer = eutils.esearch(http, "pubmed", _query(text))
    ids = eutils.read_esearch(answer.body) if answer.outcome is Outcome.FOUND else None
    if ids:
        answer = eutils.efetch(http, "pubmed", ids)
        yield "pubmed", answer, _read(answer, read_pubmed)
    else:
        yield "pubmed", answer, SourceReading()


def ask_crossref_match(http: Http, text: str) -> Answer:
    """The works that Crossref finds for a reference."""
    params = {"query.bibliographic": text, "rows": str(_MOST)} | (
        {"mailto": http.contact} if http.contact else {}
    )
    return http.get(f"{http.services.crossref}/works", service="crossref-list", params=params)


def _read(answer: Answer, read: Reader) -> SourceReading:
    return read(answer.body) if answer.outcome is Outcome.FOUND else SourceReading()


def _query(text: str) -> str:
    """The longest sentence of a reference, which most often is its title, as a PubMed search."""
    plain = re.sub(r"https?://\S+|\bdoi:\S+|[\[\]\"():]", " ", text)
    sentences = re.split(r"(?<=[a-z?!]{3})[.?!]\s+|\.\s+(?=[A-Z])", plain)
    return squeeze(max(sentences, key=len, default=""))[:300]


def confidence(text: str, item: Item) -> float:
    """How sure it is, 0 to 1, that a reference names the item: its title, first author, year, volume and pages.

    A title that is not there is worth nothing, whatever else agrees; a wrong year or author costs much.
    """
    title = fold(strip_tags(item.title or ""))[:400]
    whole = fold(text)
    if len(title) < 8:
        return 0.0
    likeness = ratio_of_part(title, whole) / 100 if len(title) <= len(whole) else ratio(title, whole) / 100
    if likeness < 0.85:
        return 0.0
    sure = likeness * min(1.0, 0.6 + len(title.split()) / 20)
    sure += sum(0.1 if agrees else -0.3 for agrees in _grave(whole, item))
    sure += sum(0.05 for agrees in _light(whole, item) if agrees)
    return max(0.0, min(1.0, sure))


def _grave(text: str, item: Item) -> Iterator[bool]:
    """Whether first author and year stand in the text, where the item has them."""
    if item.author:
        yield fold(item.author[0].family or item.author[0].literal or "") in text
    if item.issued and item.issued.year:
        near = range(item.issued.year - 1, item.issued.year + 2)
        yield any(re.search(rf"(?<!\d){year}(?!\d)", text) for year in near)


def _light(text: str, item: Item) -> Iterator[bool]:
    """Whether volume, first page and journal stand in the text."""
    for value in (item.volume, (item.page or "").split("-")[0]):
        if value:
            yield bool(re.search(rf"(?<!\w){re.escape(fold(value))}(?!\w)", text))
    for name in (item.container_title, item.container_title_short):
        if name:
            yield fold(strip_tags(name)) in text
