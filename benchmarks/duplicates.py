"""How well duplicates are told apart on labelled sets: precision and recall at the default threshold.

    python benchmarks/duplicates.py SETS_FOLDER

`SETS_FOLDER` holds JSON files: a list of ``cases`` (record_a, record_b, expected_duplicate) in BibTeX fields, or
plain lists of records that have no duplicates or (named ``dupe…``) whose first two are one work.
"""

import argparse
import json
import re
from itertools import combinations
from pathlib import Path

from refs.model.date import Date
from refs.model.identifier import Identifier, Scheme, normalise_doi
from refs.model.item import Item, ItemType
from refs.model.name import Name
from refs.store.likeness import THRESHOLD, compare
from refs.store.traits import Traits

_TYPES = {
    "article": ItemType.ARTICLE_JOURNAL,
    "journalArticle": ItemType.ARTICLE_JOURNAL,
    "inproceedings": ItemType.PAPER_CONFERENCE,
    "book": ItemType.BOOK,
}


def read_record(record):
    """The Item of a record with BibTeX-like fields."""
    doi = normalise_doi(record.get("doi") or "")
    names = record.get("authors") or re.split(r"\s+and\s+|;\s*", record.get("author") or "")
    year = str(record.get("year") or "")
    return Item(
        id=record.get("ID") or record.get("recNumber") or "",
        type=_TYPES.get(record.get("ENTRYTYPE") or record.get("type"), ItemType.DOCUMENT),
        title=record.get("title"),
        author=tuple(map(read_name, filter(None, names))),
        issued=Date((int(year),)) if year.isdigit() else None,
        container_title=record.get("journal") or record.get("booktitle"),
        volume=record.get("volume"),
        issue=record.get("number"),
        page=record.get("pages"),
        abstract=record.get("abstract"),
        DOI=doi,
        identifiers=(Identifier(Scheme.DOI, doi),) if doi else (),
    )


def read_name(text):
    """Family, Given; Given Family; or whatever else as it stands."""
    if "," in text:
        family, given = text.split(",", 1)
        return Name(family.strip(), given.strip())
    given, _, family = text.strip().rpartition(" ")
    return (
        Name(literal=text)
        if len(family) <= 2 or "." in family or not given.endswith(".")
        else Name(family, given)
    )


def read_pairs(folder):
    """(name, one, other, expected) of every labelled pair."""
    for path in sorted(folder.glob("*.json")):
        data = json.loads(path.read_text("utf-8"))
        if isinstance(data, dict):
            for case in data["cases"]:
                yield (
                    case["id"],
                    read_record(case["record_a"]),
                    read_record(case["record_b"]),
                    case["expected_duplicate"],
                )
        else:
            items = [read_record(record) for record in data]
            for (a, one), (b, other) in combinations(enumerate(items), 2):
                yield f"{path.stem} {a} {b}", one, other, path.stem.startswith("dupe") and (a, b) == (0, 1)


def main():
    """Print the score, and each pair that is judged wrongly."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--all", action="store_true", help="print every pair")
    options = parser.parse_args()
    right = wrong = missed = total = 0
    for name, one, other, expected in read_pairs(options.folder):
        likeness = compare(Traits(one), Traits(other))
        total += 1
        right += likeness.is_same and expected
        wrong += likeness.is_same and not expected
        missed += expected and not likeness.is_same
        if options.all or likeness.is_same != expected:
            print(
                f"{likeness.score:5.1f} {'same' if expected else 'two ':4} {name} {'; '.join(likeness.reasons)}"
            )
    print(f"pairs {total}  threshold {THRESHOLD}")
    print(f"precision {right / max(1, right + wrong):.3f}  recall {right / max(1, right + missed):.3f}")


if __name__ == "__main__":
    main()
