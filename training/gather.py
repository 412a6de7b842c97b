"""Gathers bibliographic facts from recorded answers and libraries into ``pool.jsonl``: CSL-JSON, no abstracts.

python training/gather.py FOLDER
"""

import html
import json
import re
import sys
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lxml import etree

Record = dict[str, Any]
MOST = 3_600
_ZOTERO_TYPES = {
    "journalArticle": "article-journal",
    "conferencePaper": "paper-conference",
    "bookSection": "chapter",
    "book": "book",
    "report": "report",
    "thesis": "thesis",
    "webpage": "webpage",
    "magazineArticle": "article-magazine",
    "newspaperArticle": "article-newspaper",
}
_CROSSREF_TYPES = {
    "journal-article": "article-journal",
    "book-chapter": "chapter",
    "proceedings-article": "paper-conference",
    "monograph": "book",
    "book": "book",
    "report": "report",
    "dissertation": "thesis",
    "posted-content": "article",
}
_ZOTERO_CONTAINERS = ("publicationTitle", "bookTitle", "proceedingsTitle", "websiteTitle")
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, recover=True)


def main() -> None:
    """Write the pool beside this file."""
    folder = Path(sys.argv[1])
    seen: set[str] = set()
    records = [record for record in gather(folder) if is_useful(record) and is_new(record, seen)]
    records.sort(key=lambda record: zlib.crc32(record["title"].encode()))
    pool = Path(__file__).parent / "pool.jsonl"
    kept = records[:MOST]
    pool.write_text("".join(json.dumps(each, ensure_ascii=False, sort_keys=True) + "\n" for each in kept))
    print(f"{len(kept)} of {len(records)} records, {pool.stat().st_size:,} bytes")


def gather(folder: Path) -> Iterator[Record]:
    """The records of all sources under a folder."""
    for path in sorted(folder.rglob("*.json")):
        try:
            data = json.loads(path.read_text())
        except ValueError:
            continue
        yield from from_json(data)
    for path in sorted(folder.rglob("*.xml")):
        try:
            tree = etree.parse(str(path), _PARSER)
        except etree.XMLSyntaxError:
            continue
        if tree.getroot() is not None:
            yield from from_pubmed(tree.getroot())
            yield from from_jats(tree.getroot())


def from_json(data: Any) -> Iterator[Record]:
    """The records in an answer of Crossref or DataCite, a Zotero library or a list of duplicates."""
    if isinstance(data, dict):
        message = data.get("message")
        if isinstance(message, dict):
            works = message.get("items") if isinstance(message.get("items"), list) else [message]
            yield from (from_crossref(work) for work in works if isinstance(work, dict))
        if isinstance(data.get("items"), list):
            yield from (
                from_zotero(item) for item in data["items"] if isinstance(item, dict) and "itemType" in item
            )
        works = data.get("data")
        works = works if isinstance(works, list) else [works]
        yield from (
            from_datacite(work["attributes"])
            for work in works
            if isinstance(work, dict) and "attributes" in work
        )
    if isinstance(data, list):
        yield from (
            from_flat(item)
            for item in data
            if isinstance(item, dict) and "authors" in item and "title" in item
        )


def from_zotero(item: dict[str, Any]) -> Record:
    """The record of a Zotero item."""
    names: dict[str, list[Record]] = {"author": [], "editor": []}
    for creator in item.get("creators", []):
        kind = creator.get("creatorType")
        if kind in names:
            names[kind].append(
                name_of(creator.get("lastName"), creator.get("firstName"), creator.get("name"))
            )
    return {
        "type": _ZOTERO_TYPES.get(item["itemType"], "other"),
        **names,
        "title": item.get("title"),
        "container-title": next((item[key] for key in _ZOTERO_CONTAINERS if item.get(key)), None),
        "container-title-short": item.get("journalAbbreviation"),
        "publisher": item.get("publisher") or item.get("institution") or item.get("university"),
        "publisher-place": item.get("place"),
        "issued": date_of(str(item.get("date") or "")),
        "volume": item.get("volume"),
        "issue": item.get("issue"),
        "page": item.get("pages"),
        "DOI": item.get("DOI"),
        "URL": item.get("url"),
        "edition": item.get("edition"),
    }


def from_crossref(work: dict[str, Any]) -> Record:
    """The record of a work of Crossref."""
    return {
        "type": _CROSSREF_TYPES.get(str(work.get("type")), "other"),
        "author": [
            name_of(each.get("family"), each.get("given"), each.get("name"))
            for each in work.get("author", [])
        ],
        "editor": [
            name_of(each.get("family"), each.get("given"), each.get("name"))
            for each in work.get("editor", [])
        ],
        "title": first(work.get("title")),
        "container-title": first(work.get("container-title")),
        "container-title-short": first(work.get("short-container-title")),
        "publisher": work.get("publisher"),
        "publisher-place": work.get("publisher-location"),
        "issued": (work.get("issued") or {}).get("date-parts", [None])[0],
        "volume": work.get("volume"),
        "issue": work.get("issue"),
        "page": work.get("page") or work.get("article-number"),
        "DOI": work.get("DOI"),
    }


def from_datacite(work: dict[str, Any]) -> Record:
    """The record of a work of DataCite."""
    publisher = work.get("publisher")
    return {
        "type": "report",
        "author": [
            name_of(each.get("familyName"), each.get("givenName"), each.get("name"))
            for each in work.get("creators") or []
        ],
        "title": (work.get("titles") or [{}])[0].get("title"),
        "publisher": publisher.get("name") if isinstance(publisher, dict) else publisher,
        "issued": [work.get("publicationYear")],
        "DOI": work.get("doi"),
    }


def from_flat(item: dict[str, Any]) -> Record:
    """The record of a flat object with ``authors`` as strings."""
    names = [each.partition(",") for each in item["authors"] if isinstance(each, str)]
    return {
        "type": "article-journal",
        "author": [name_of(family.strip(), given.strip(), None) for family, _, given in names],
        "title": item.get("title"),
        "container-title": item.get("journal"),
        "issued": date_of(str(item.get("year") or "")),
        "volume": item.get("volume"),
        "issue": item.get("number"),
        "page": item.get("pages"),
        "DOI": item.get("doi"),
    }


def from_pubmed(root: Any) -> Iterator[Record]:
    """The records of a PubMed answer."""
    for article in root.iter("PubmedArticle"):
        get = article.findtext
        title = article.find(".//ArticleTitle")
        doi = article.find(".//ArticleIdList/ArticleId[@IdType='doi']")
        months = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
        date = [
            get(".//JournalIssue/PubDate/Year"),
            get(".//JournalIssue/PubDate/Month"),
            get(".//JournalIssue/PubDate/Day"),
        ]
        month = months.index(date[1]) + 1 if date[1] in months else None
        parts = [int(date[0])] if date[0] and date[0].isdigit() else []
        parts += [month] if parts and month else []
        parts += [int(date[2])] if len(parts) == 2 and date[2] and date[2].isdigit() else []
        yield {
            "type": "article-journal",
            "author": [
                name_of(each.findtext("LastName"), each.findtext("ForeName"), each.findtext("CollectiveName"))
                for each in article.iterfind(".//AuthorList/Author")
            ],
            "title": "".join(title.itertext()).rstrip(".") if title is not None else None,
            "container-title": get(".//Journal/Title"),
            "container-title-short": get(".//MedlineTA") or get(".//ISOAbbreviation"),
            "issued": parts,
            "volume": get(".//JournalIssue/Volume"),
            "issue": get(".//JournalIssue/Issue"),
            "page": get(".//MedlinePgn"),
            "DOI": doi.text if doi is not None else None,
            "PMID": get(".//PMID"),
        }


def from_jats(root: Any) -> Iterator[Record]:
    """The records of the reference lists of JATS articles."""
    for reference in root.iter("element-citation", "mixed-citation"):
        get = reference.findtext
        title = reference.find("article-title")
        year = re.match(r"\d{4}", get("year") or "")
        yield {
            "type": "article-journal",
            "author": [
                name_of(each.findtext("surname"), each.findtext("given-names"), None)
                for each in reference.iter("name")
            ],
            "title": "".join(title.itertext()).rstrip(".") if title is not None else None,
            "container-title": get("source"),
            "issued": [int(year.group())] if year else None,
            "volume": get("volume"),
            "issue": get("issue"),
            "page": "-".join(filter(None, (get("fpage"), get("lpage")))),
        }


def name_of(family: str | None, given: str | None, literal: str | None) -> Record:
    """A CSL name."""
    if family:
        return {"family": tidy(family), **({"given": tidy(given)} if given else {})}
    return {"literal": tidy(literal or given or "")}


def date_of(text: str) -> list[int] | None:
    """The parts of an ISO date, or the year of any text."""
    found = re.match(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", text) or re.search(r"(\d{4})()()", text)
    return [int(part) for part in found.groups() if part and int(part)] if found else None


def first(value: Any) -> str | None:
    """The first of a list, or the string."""
    return (value[0] if value else None) if isinstance(value, list) else value


def tidy(text: str) -> str:
    """The text without tags, entities and doubled blanks."""
    return " ".join(html.unescape(re.sub(r"</?[A-Za-z][^<>]{0,200}>|[{}\\]", "", text)).split())


def reduce(record: Record) -> None:
    """Bring a record down to what references print."""
    for key, value in list(record.items()):
        if isinstance(value, str):
            record[key] = tidy(value)
        if not record[key]:
            del record[key]
    for key in ("author", "editor"):
        if key in record:
            record[key] = [name for name in record[key] if any(part.strip() for part in name.values())][:12]
    for key in ("author", "editor"):
        record[key] = [name for name in record.get(key, []) if name.get("family", "").lower() != "others"]
    place, colon, publisher = record.get("publisher", "").partition(" : ")
    place, colon, publisher = (
        (place, colon, publisher) if colon else record.get("publisher", "").partition(": ")
    )
    if colon:
        record |= {"publisher-place": place, "publisher": publisher}
    for key in [key for key, value in record.items() if not value]:
        del record[key]


def is_useful(record: Record) -> bool:
    """Whether a record is worth keeping; it is reduced on the way."""
    reduce(record)
    return is_titled(record) and is_complete(record)


def is_titled(record: Record) -> bool:
    """Whether the title is one."""
    title = record.get("title", "")
    if (
        not 8 <= len(title) <= 300
        or not title[:1].isalnum()
        or not re.search(r"[A-Za-z]{3}", title)
        or "$" in title
    ):
        return False
    return not (re.search(r"#|\btest\b|dummy|zotero|bibtex", title, re.IGNORECASE) and len(title) < 60)


def is_complete(record: Record) -> bool:
    """Whether author, date and container are there."""
    if (
        not record.get("author")
        or record["type"] == "other"
        or not record.get("issued")
        or not record["issued"][0]
    ):
        return False
    if record["type"].startswith("article-") and not record.get("container-title"):
        return False
    return not any(len(name.get("family") or name.get("literal") or "") > 90 for name in record["author"])


def is_new(record: Record, seen: set[str]) -> bool:
    """Whether no record with this title came before."""
    key = re.sub(r"\W", "", record["title"].lower())
    fresh = key not in seen
    seen.add(key)
    return fresh


if __name__ == "__main__":
    main()
