"""PMID, PMCID and NBK by NCBI's E-utilities: many at once by esummary, a book by esearch."""

import json
from collections.abc import Sequence
from urllib.parse import quote, urlencode

from refs.check.answer import Answer
from refs.check.registry.word import SILENT, Word
from refs.model.identifier import Identifier, Scheme
from refs.model.services import Services

BATCH = 150
_WHOLE = 5
_DATABASES = {Scheme.PMID: "pubmed", Scheme.PMCID: "pmc"}


def ask_summaries(identifiers: Sequence[Identifier], services: Services, contact: str) -> str:
    """The address of the summaries of PMIDs, or of PMCIDs."""
    database = _DATABASES[identifiers[0].scheme]
    numbers = ",".join(_number(each) for each in identifiers)
    return f"{services.eutils}/esummary.fcgi?db={database}&id={numbers}&retmode=json&{_manners(contact)}"


def read_summaries(identifiers: Sequence[Identifier], answer: Answer) -> list[Word]:
    """What E-utilities says of each."""
    try:
        result = json.loads(answer.body)["result"]
    except (ValueError, KeyError, TypeError):
        return [SILENT for _each in identifiers]
    if not isinstance(result, dict):
        return [SILENT for _each in identifiers]
    words = [_read_summary(each, result.get(_number(each))) for each in identifiers]
    if len(words) >= _WHOLE and all(word.found is False for word in words):
        return [SILENT for _each in identifiers]  # then it is NCBI that fails, not each of them
    return words


def ask_book(nbk: Identifier, services: Services, contact: str) -> str:
    """The address that counts the Bookshelf records of an NBK accession."""
    term = quote(f"{nbk.value}[bookaccession]")
    return f"{services.eutils}/esearch.fcgi?db=pubmed&term={term}&retmode=json&{_manners(contact)}"


def read_book(nbk: Identifier, answer: Answer) -> Word:
    """Found, when there is a record; silent otherwise, since not all of Bookshelf is in PubMed."""
    try:
        count = int(json.loads(answer.body)["esearchresult"]["count"])
    except (ValueError, KeyError, TypeError):
        return SILENT
    return Word(True, f"{nbk.value} is in PubMed", nbk.url) if count > 0 else SILENT


def _read_summary(identifier: Identifier, record: object) -> Word:
    if not isinstance(record, dict):
        return SILENT
    if "error" in record:
        return Word(False, f"NCBI knows no {identifier}")
    title = str(record.get("title") or "")[:200]
    return Word(
        True, f"{identifier} is “{title}”" if title else f"{identifier} is registered", identifier.url
    )


def _number(identifier: Identifier) -> str:
    return identifier.value.removeprefix("PMC")


def _manners(contact: str) -> str:
    return urlencode({"tool": "refs", "email": contact} if contact else {"tool": "refs"})
