"""Drugs@FDA through openFDA: labels by application, and which document is the current one."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from refs.fetch.answer import Answer
from refs.fetch.dates import date_of_text
from refs.fetch.decode import as_dict, as_list, as_text
from refs.fetch.draft import Draft
from refs.fetch.drugnames import print_drug, print_sponsor
from refs.fetch.http import Http
from refs.fetch.openfda import load_results
from refs.fetch.people import organisation
from refs.model.date import Date
from refs.model.fdalabel import LabelUrl, normalise_label_url, read_label_url
from refs.model.fetched import Notice, NoticeKind, SourceReading
from refs.model.identifier import Identifier, Scheme
from refs.model.item import Item, ItemType

SERVICE = "drugsfda"
PUBLISHER = "U.S. Food and Drug Administration"
_KINDS = ("NDA", "ANDA", "BLA")
_OVERVIEW = "https://www.accessdata.fda.gov/scripts/cder/daf/index.cfm?event=overview.process&ApplNo={}"


@dataclass(frozen=True, slots=True)
class Document:
    """One document of an application: its URL, kind, date, and the submission it belongs to."""

    url: str
    kind: str
    date: Date | None
    submission: str
    number: int


def ask_drugsfda(http: Http, numbers: Sequence[str]) -> Answer:
    """The answer about some applications of six digits, whichever kind each is."""
    names = " ".join(f'"{kind}{number}"' for number in numbers for kind in _KINDS)
    params = {"search": f"application_number:({names})", "limit": str(len(numbers) * len(_KINDS))}
    key = {"api_key": http.keys["openfda"]} if "openfda" in http.keys else {}
    return http.get(f"{http.services.openfda}/drug/drugsfda.json", service="openfda", params=params | key)


def ask_document(http: Http, url: str) -> Answer:
    """The answer about the application that lists a document, for a URL that names no application."""
    rest = url.partition("://")[2].replace('"', "%22")
    search = " ".join(f'submissions.application_docs.url:"{scheme}://{rest}"' for scheme in ("http", "https"))
    key = {"api_key": http.keys["openfda"]} if "openfda" in http.keys else {}
    params = {"search": search, "limit": "10"} | key
    return http.get(f"{http.services.openfda}/drug/drugsfda.json", service="openfda", params=params)


def lists_document(data: bytes, url: str) -> bool:
    """Whether some application of an answer lists the document at a URL."""
    wanted = normalise_label_url(url)
    return any(_find(documents_of(each), wanted) for each in load_results(data)[0])


def read_document(data: bytes, url: str) -> SourceReading:
    """The item of a document, from an answer whose applications surely list it."""
    reading = read_drugsfda(data)
    results = [each for each in load_results(data)[0] if _find(documents_of(each), normalise_label_url(url))]
    if not results:
        return SourceReading(flaws=reading.flaws)
    item, notices = _read_application(results[0], LabelUrl(normalise_label_url(url), (), confident=False))
    return SourceReading((item,), reading.flaws, {item.id: notices} if notices else {})


def read_drugsfda(data: bytes, url: str | None = None) -> SourceReading:
    """One item for each application of a drugsfda answer; with the URL of a label, the item of that label."""
    listed, flaws = load_results(data)
    results = [each for each in listed if as_text(each.get("application_number"))]
    wanted = read_label_url(url) if url else None
    if wanted is not None:
        results = _sorted_for(results, wanted)[:1]
    items, notices = [], {}
    for result in results:
        item, found = _read_application(result, wanted)
        items.append(item)
        notices[item.id] = found
    return SourceReading(
        tuple(items), tuple(flaws), {name: found for name, found in notices.items() if found}
    )


def _sorted_for(results: Sequence[Mapping[str, Any]], wanted: LabelUrl) -> list[Mapping[str, Any]]:
    """The applications that the URL names, those that list the document itself first, in the URL's order."""
    named = [each.number for each in wanted.applications]
    fitting = [result for result in results if _number(result) in named]
    return sorted(
        fitting,
        key=lambda result: (_find(documents_of(result), wanted.url) is None, named.index(_number(result))),
    )


def _number(result: Mapping[str, Any]) -> str:
    return (as_text(result.get("application_number")) or "").lstrip("NADBL")


def documents_of(result: Mapping[str, Any]) -> list[Document]:
    """All documents of an application, the newest first."""
    found = list(_documents(result))
    return sorted(found, key=lambda document: document.date.parts if document.date else (), reverse=True)


def _documents(result: Mapping[str, Any]) -> Iterable[Document]:
    for submission in map(as_dict, as_list(result.get("submissions"))):
        number = as_text(submission.get("submission_number")) or "0"
        for each in map(as_dict, as_list(submission.get("application_docs"))):
            url = as_text(each.get("url"))
            if url:
                date = date_of_text(
                    as_text(each.get("date")) or as_text(submission.get("submission_status_date"))
                )
                kind = as_text(submission.get("submission_type")) or ""
                yield Document(
                    normalise_label_url(url), as_text(each.get("type")) or "", date, kind, _int(number)
                )


def _int(text: str) -> int:
    return int(text) if text.isdecimal() else 0


def _find(documents: Iterable[Document], url: str) -> Document | None:
    wanted = url.lower()
    return next((each for each in documents if each.url.lower() == wanted), None)


def _read_application(result: Mapping[str, Any], wanted: LabelUrl | None) -> tuple[Item, tuple[Notice, ...]]:
    name = as_text(result.get("application_number")) or ""
    documents = documents_of(result)
    labels = [each for each in documents if each.kind.lower() == "label"]
    cited = _find(documents, wanted.url) if wanted else next(iter(labels), None)
    draft = Draft(SERVICE, ItemType.REPORT)
    if wanted:
        draft.identify(wanted.url)
    draft.identify(name)
    draft.names("author", [organisation(print_sponsor(as_text(result.get("sponsor_name"))))], "sponsor_name")
    draft.put("title", _title(result), "products")
    draft.put("genre", _genre(cited), "application_docs.type")
    draft.put("issued", _issued(result, cited, wanted), "application_docs.date")
    draft.put("number", _print_number(name, cited, wanted), "application_number")
    draft.put("publisher", PUBLISHER, "host")
    draft.put("URL", wanted.url if wanted else _own_url(name, cited), "application_docs.url")
    draft.custom |= _custom(name, cited, wanted, result)
    return draft.item(), tuple(_newer(labels, cited, wanted))


def _title(result: Mapping[str, Any]) -> str | None:
    product = as_dict(next(iter(as_list(result.get("products"))), None))
    harmonised = as_dict(result.get("openfda"))
    brand = as_text(product.get("brand_name")) or as_text(harmonised.get("brand_name"))
    ingredients = [as_text(as_dict(each).get("name")) for each in as_list(product.get("active_ingredients"))]
    generic = "; ".join(each for each in ingredients if each) or as_text(harmonised.get("generic_name"))
    return print_drug(brand, generic)


_GENRES = {
    "label": "Prescribing information",
    "medication guide": "Medication guide",
    "letter": "Approval letter",
    "review": "Review",
}


def _genre(cited: Document | None) -> str:
    return _GENRES.get(cited.kind.lower(), cited.kind) if cited else "Prescribing information"


def _issued(result: Mapping[str, Any], cited: Document | None, wanted: LabelUrl | None) -> Date | None:
    """The document's date; without one, the day its supplement was approved; never the folder's year."""
    if cited is not None:
        return cited.date
    asked = wanted.applications[0].supplements if wanted and wanted.applications else ()
    for submission in map(as_dict, as_list(result.get("submissions"))):
        number = _int(as_text(submission.get("submission_number")) or "")
        original = as_text(submission.get("submission_type")) == "ORIG"
        if asked and ((number == asked[-1] and not original) or (original and asked[-1] == 0)):
            return date_of_text(as_text(submission.get("submission_status_date")))
    return None


def _supplement(cited: Document | None, wanted: LabelUrl | None) -> int | None:
    if cited is not None:
        return 0 if cited.submission == "ORIG" else cited.number
    asked = wanted.applications[0].supplements if wanted and wanted.applications else ()
    return asked[-1] if asked else None


def _print_number(name: str, cited: Document | None, wanted: LabelUrl | None) -> str:
    """``NDA 021121/S-049``."""
    kind, number = name[:-6], name[-6:]
    supplement = _supplement(cited, wanted)
    return f"{kind} {number}" + (f"/S-{supplement:03d}" if supplement else "")


def _own_url(name: str, cited: Document | None) -> str:
    return cited.url if cited else _OVERVIEW.format(name[-6:])


def _custom(
    name: str, cited: Document | None, wanted: LabelUrl | None, result: Mapping[str, Any]
) -> dict[str, Any]:
    custom: dict[str, Any] = {"application": name}
    supplement = _supplement(cited, wanted)
    if supplement is not None:
        custom["supplement"] = str(supplement)
    if wanted and len(wanted.applications) > 1:
        custom["applications"] = [each.number for each in wanted.applications]
    setids = as_list(as_dict(result.get("openfda")).get("spl_set_id"))
    if setids:
        custom["setid"] = as_text(setids[0])
    return custom


def _newer(labels: Sequence[Document], cited: Document | None, wanted: LabelUrl | None) -> Iterable[Notice]:
    """The current label, where it is another and later one than the label cited."""
    if wanted is None or not labels:
        return
    newest = labels[0]
    if cited is not None:
        later = bool(newest.date and cited.date and newest.date.parts > cited.date.parts)
    else:
        asked = _supplement(cited, wanted)
        later = asked is not None and newest.submission == "SUPPL" and newest.number > asked
    if later and newest.url.lower() != wanted.url.lower():
        label = f"S-{newest.number:03d}" if newest.submission == "SUPPL" else newest.submission
        yield Notice(
            NoticeKind.NEWER_LABEL, SERVICE, Identifier(Scheme.FDA_LABEL, newest.url), newest.date, label
        )
