"""FDA label documents by the list of documents of their application (openFDA, ``drug/drugsfda``)."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote, unquote

from refs.check.answer import Answer
from refs.check.registry.word import SILENT, Word
from refs.model.identifier import Identifier
from refs.model.services import Services

# 021121 of …/label/2023/021121s049lbl.pdf, 21-137 of …/21-137_Levolet_Prntlbl.pdf
_APPLICATION = re.compile(r"(?<!\d)(\d{2})-?(\d{3,4})(?!\d)")


@dataclass(frozen=True, slots=True)
class Document:
    """One document of an application; `date` is ISO 8601."""

    url: str
    kind: str
    date: str


def find_applications(url: str) -> tuple[str, ...]:
    """The application numbers that the name of a document carries, of six digits.

    >>> find_applications("https://www.accessdata.fda.gov/drugsatfda_docs/label/2023/021121s049lbl.pdf")
    ('021121',)
    """
    name = unquote(url).rpartition("/")[2]
    numbers = (("".join(found.groups())).zfill(6) for found in _APPLICATION.finditer(name))
    return tuple(dict.fromkeys(numbers))


def ask_documents(label: Identifier, services: Services) -> str | None:
    """The address of the applications that a label document belongs to."""
    numbers = find_applications(label.value)
    if not numbers:
        return None
    names = " ".join(f'"{kind}{number}"' for number in numbers[:3] for kind in ("NDA", "ANDA", "BLA"))
    return f"{services.openfda}/drug/drugsfda.json?search={quote(f'application_number:({names})')}&limit=3"


def read_documents(label: Identifier, answer: Answer) -> Word:
    """Found when the document is listed, with a newer label where there is one; silent otherwise."""
    documents = list_documents(answer)
    mine = next((each for each in documents if _same(each.url, label.value)), None)
    if mine is None:
        return SILENT
    newer = newest_label(documents, mine)
    words = f"listed by the FDA as {mine.kind} of {mine.date}"
    return Word(True, f"{words}; newer label of {newer.date}: {newer.url}" if newer else words, label.value)


def newest_label(documents: list[Document], mine: Document) -> Document | None:
    """The newest label of the same application that is later than this one."""
    later = [each for each in documents if each.kind == "Label" and each.date > mine.date]
    return max(later, key=lambda each: each.date, default=None)


def list_documents(answer: Answer) -> list[Document]:
    """Every document that openFDA lists in its answer."""
    try:
        results = json.loads(answer.body)["results"]
    except (ValueError, KeyError, TypeError):
        return []
    return [document for result in results if isinstance(result, dict) for document in _documents(result)]


def _documents(result: dict[str, list[dict[str, list[dict[str, str]]]]]) -> Iterator[Document]:
    for submission in result.get("submissions") or ():
        for row in submission.get("application_docs") or ():
            if row.get("url"):
                yield Document(row["url"], row.get("type", ""), _iso(row.get("date", "")))


def _iso(date: str) -> str:
    return f"{date[:4]}-{date[4:6]}-{date[6:8]}" if len(date) == 8 else date


def _same(one: str, other: str) -> bool:
    return _bare(one) == _bare(other)


def _bare(url: str) -> str:
    return re.sub(r"^https?://(?:www\.)?", "", unquote(url).lower())
