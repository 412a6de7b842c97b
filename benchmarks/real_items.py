"""Real works as CSL-JSON: recorded answers of Crossref, DataCite and PubMed, and bibliographies that people shared.

The folder is that of REFS_SHARED (default: ../shared beside the repository); nothing of it is copied here.
"""

import html
import itertools
import json
import os
import random
import re
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

SHARED = Path(os.environ.get("REFS_SHARED", Path(__file__).parents[2] / "shared"))
PLAIN = [
    "volume",
    "issue",
    "page",
    "DOI",
    "URL",
    "publisher",
    "publisher-place",
    "edition",
    "number",
    "version",
    "language",
    "abstract-none",
    "number-of-pages",
    "collection-number",
    "chapter-number",
    "ISBN",
    "ISSN",
    "PMID",
    "PMCID",
    "genre",
    "medium",
    "archive",
    "archive_location",
    "call-number",
    "event",
    "event-title",
    "event-place",
    "authority",
    "section",
    "status",
    "jurisdiction",
    "collection-title",
    "dimensions",
    "container-title",
    "container-title-short",
    "title",
    "title-short",
    "original-title",
    "source",
    "number-of-volumes",
    "references",
]
DATES = ("issued", "accessed", "event-date", "original-date", "submitted", "available-date")
CROSSREF_TYPES = {
    "journal-article": "article-journal",
    "book-chapter": "chapter",
    "book-section": "chapter",
    "proceedings-article": "paper-conference",
    "posted-content": "article",
    "monograph": "book",
    "edited-book": "book",
    "reference-book": "book",
    "reference-entry": "entry-encyclopedia",
    "dissertation": "thesis",
    "dataset": "dataset",
    "report": "report",
    "standard": "standard",
    "journal": "periodical",
    "proceedings": "book",
}
CROSSREF_LISTS = {
    "title": "title",
    "container-title": "container-title",
    "original-title": "original-title",
    "short-container-title": "container-title-short",
    "ISSN": "ISSN",
    "ISBN": "ISBN",
}
CROSSREF_STRINGS = dict.fromkeys(("volume", "issue", "page", "DOI", "URL", "publisher", "language"), "") | {
    "edition-number": "edition",
    "article-number": "number",
    "publisher-location": "publisher-place",
}
CROSSREF_STRINGS = {name: target or name for name, target in CROSSREF_STRINGS.items()}
CROSSREF_EVENT = {"name": "event-title", "location": "event-place"}
KEPT_TAG = re.compile(r"</?(?:i|b|sub|sup|sc)>")
TAG = re.compile(r"</?[A-Za-z][^>]*>")
MONTHS = {
    name: at
    for at, name in enumerate(
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"], 1
    )
}


def real_items(count: int, seed: int) -> list[dict]:
    """So many works, two in five journal articles, the others of as many types as there are; the seed fixes which."""
    by_type: dict[str, list[dict]] = {}
    seen = set()
    for item in _pool():
        key = (item.get("title"), json.dumps(item.get("author")), item.get("page"))
        if key not in seen:
            seen.add(key)
            by_type.setdefault(item["type"], []).append(item)
    dice = random.Random(seed)
    for each in by_type.values():
        dice.shuffle(each)
    articles = by_type.pop("article-journal", [])[: count * 2 // 5]
    turns = itertools.zip_longest(*(by_type[name] for name in sorted(by_type)))
    others = [item for turn in turns for item in turn if item is not None]
    chosen = articles + others[: count - len(articles)]
    dice.shuffle(chosen)
    return [_dated(item | {"id": f"i{at}"}, at) for at, item in enumerate(chosen, 1)]


def _dated(item: dict, at: int) -> dict:
    """Pages and every third work with a URL were looked at on a day, as reference managers note it."""
    if (
        item.get("URL")
        and "accessed" not in item
        and (item["type"].startswith(("web", "post")) or at % 3 == 0)
    ):
        return item | {"accessed": {"date-parts": [[2024, 1 + at % 12, 1 + at % 28]]}}
    return item


def _pool() -> Iterator[dict]:
    recorded = SHARED / "real" / "recorded"
    for path in sorted(recorded.glob("crossref/*.json")):
        yield from map(_crossref, _works(path))
    for path in sorted(recorded.glob("datacite*/*.json")):
        yield from map(_datacite, _dois(path))
    for path in sorted(recorded.glob("eutils-efetch-pubmed/*.xml")):
        yield from _pubmed(path)
    others = [*recorded.glob("crosscite/*.json"), *(SHARED / "real" / "bibfiles").rglob("*csl*.json")]
    others += (SHARED / "real" / "bibfiles" / "manubot").glob("*references*.json")
    for path in sorted(others):
        yield from _csl(path)


def _json(path: Path) -> object:
    try:
        return json.loads(path.read_bytes())
    except ValueError:
        return None


def _works(path: Path) -> list[dict]:
    data = _json(path)
    message = data.get("message") if isinstance(data, dict) else None
    if not isinstance(message, dict):
        return []
    found = message["items"] if isinstance(message.get("items"), list) else [message]
    return [each for each in found if isinstance(each, dict) and each.get("DOI") and each.get("type")]


def _crossref(work: dict) -> dict:
    item = {"type": CROSSREF_TYPES.get(work["type"], "document")}
    item |= {target: _clean(work[name][0]) for name, target in CROSSREF_LISTS.items() if work.get(name)}
    if work.get("subtitle") and "title" in item:
        item["title"] = f"{item['title']}: {_clean(work['subtitle'][0])}".removeprefix(": ")
    item |= {target: work[name] for name, target in CROSSREF_STRINGS.items() if work.get(name)}
    for name in ("author", "editor", "translator"):
        if people := [_person(each) for each in work.get(name, ()) if each.get("family") or each.get("name")]:
            item[name] = people
    event = work.get("event") or {}
    item |= {target: event[name] for name, target in CROSSREF_EVENT.items() if event.get(name)}
    parts = (work.get("issued") or {}).get("date-parts") or [[None]]
    if parts[0] and parts[0][0]:
        item["issued"] = {"date-parts": parts}
    return item


def _person(given: dict) -> dict:
    if not given.get("family"):
        return {"literal": given["name"]}
    return {key: given[key] for key in ("family", "given", "suffix") if given.get(key)}


def _clean(text: str) -> str:
    text = TAG.sub(lambda found: found[0] if KEPT_TAG.fullmatch(found[0]) else "", html.unescape(text))
    return " ".join(text.split())


def _dois(path: Path) -> list[dict]:
    data = _json(path)
    found = data.get("data") if isinstance(data, dict) else None
    found = found if isinstance(found, list) else [found]
    return [each["attributes"] for each in found if isinstance(each, dict) and each.get("type") == "dois"]


def _datacite(work: dict) -> dict:
    item = {"type": (work.get("types") or {}).get("citeproc") or "document"}
    if work.get("titles"):
        item["title"] = _clean(work["titles"][0].get("title") or "")
    publisher = work.get("publisher")
    item["publisher"] = publisher.get("name", "") if isinstance(publisher, dict) else publisher or ""
    for name, target in (("doi", "DOI"), ("url", "URL"), ("version", "version"), ("language", "language")):
        if work.get(name):
            item[target] = str(work[name])
    people = [
        {"family": each["familyName"], "given": each.get("givenName") or ""}
        if each.get("familyName")
        else {"literal": each["name"]}
        for each in work.get("creators") or ()
        if each.get("name") or each.get("familyName")
    ]
    if people:
        item["author"] = people
    issued = [each.get("date") or "" for each in work.get("dates") or () if each.get("dateType") == "Issued"]
    day = issued[0][:10] if issued else str(work.get("publicationYear") or "")
    if re.fullmatch(r"\d{4}(-\d\d){0,2}", day):
        item["issued"] = {"date-parts": [[int(part) for part in day.split("-")]]}
    return {key: value for key, value in item.items() if value}


def _pubmed(path: Path) -> Iterator[dict]:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True)
    root = etree.parse(str(path), parser).getroot()
    for work in root.iter("PubmedArticle"):
        get = work.findtext
        title = work.find(".//ArticleTitle")
        item = {
            "type": "article-journal",
            "title": " ".join("".join(title.itertext()).split()).removesuffix(".")
            if title is not None
            else "",
            "container-title": get(".//Journal/Title") or "",
            "container-title-short": get(".//Journal/ISOAbbreviation") or "",
            "volume": get(".//JournalIssue/Volume") or "",
            "issue": get(".//JournalIssue/Issue") or "",
            "page": get(".//MedlinePgn") or "",
            "PMID": get(".//PMID") or "",
            "language": (get(".//Language") or "")[:2],
            "author": list(_pubmed_people(work)),
        }
        for each in work.iterfind(".//PubmedData/ArticleIdList/ArticleId"):
            name = {"doi": "DOI", "pmc": "PMCID"}.get(each.get("IdType"))
            if name and each.text:
                item[name] = each.text
        date = work.find(".//JournalIssue/PubDate")
        if date is not None and (year := date.findtext("Year")):
            month = date.findtext("Month") or ""
            number = MONTHS.get(month) or (int(month) if month.isdigit() else 0)
            day = date.findtext("Day") or ""
            parts = [int(year), number, int(day) if day.isdigit() else 0]
            item["issued"] = {"date-parts": [list(itertools.takewhile(bool, parts))]}
        yield {key: value for key, value in item.items() if value}


def _pubmed_people(work: etree._Element) -> Iterator[dict]:
    for each in work.iterfind(".//AuthorList/Author"):
        if collective := each.findtext("CollectiveName"):
            yield {"literal": " ".join(collective.split())}
        elif family := each.findtext("LastName"):
            parts = {"family": family, "given": each.findtext("ForeName"), "suffix": each.findtext("Suffix")}
            yield {key: value for key, value in parts.items() if value}


def _csl(path: Path) -> Iterator[dict]:
    data = _json(path)
    for each in data if isinstance(data, list) else [data]:
        if not (
            isinstance(each, dict)
            and isinstance(each.get("type"), str)
            and isinstance(each.get("title"), str)
        ):
            continue
        item = {"type": each["type"].replace("legal-case", "legal_case")}
        item |= {name: each[name] for name in PLAIN if isinstance(each.get(name), str | int) and each[name]}
        item |= {name: each[name] for name in DATES if isinstance(each.get(name), dict)}
        for name in (
            "author",
            "editor",
            "translator",
            "container-author",
            "director",
            "recipient",
            "interviewer",
        ):
            people = each.get(name)
            if isinstance(people, list) and people and all(isinstance(one, dict) for one in people):
                item[name] = people
        yield item
