"""A wider pool of works than real_items.py: bibliographies in every format that refs reads, and odd copies of them.

Half the works are as they were found; the others were changed in one to three ways that real data shows: another
type, a field less, a season or a range for a date, an organisation for a person, editors beside authors, names in
other scripts, formatting in the title, parts of numbers that are no numbers.
"""

import itertools
import json
import random
from collections.abc import Callable, Iterator

from real_items import SHARED, _dated, _pool

from refs.model.item import ItemType
from refs.parse.formats import detect_format, parse_text
from refs.render.csljson import csl_of

MOST_BYTES = 400_000
DROPPED = ("abstract", "note", "keyword", "custom", "identifiers", "annote", "citation-key", "references")
SCRIPTS = [
    {"family": "毛", "given": "泽东"},
    {"family": "Толстой", "given": "Лев Николаевич"},
    {"family": "Παπαδόπουλος", "given": "Γιώργος"},
    {"family": "Müller-Lüdenscheidt", "given": "Jörg-Peter"},
    {"family": "de la Fontaine", "given": "Jean"},
    {"family": "van den Berg", "given": "H. J."},
    {"family": "King", "given": "Martin Luther", "suffix": "Jr."},
    {"family": "O'Connor", "given": "Flannery"},
    {"family": "D’Arcy", "given": "W.", "non-dropping-particle": ""},
    {"family": "Humboldt", "given": "Alexander", "dropping-particle": "von"},
    {"family": "Gogh", "given": "Vincent", "non-dropping-particle": "van"},
    {"family": "Plato"},
    {"family": "山田", "given": "太郎"},
    {"family": "al-Khwarizmi", "given": "Muhammad"},
]
BODIES = [
    "World Health Organization",
    "Department of Health & Human Services",
    "R Core Team",
    "International Organization for Standardization (ISO)",
]
ROLES = (
    "editor",
    "translator",
    "container-author",
    "collection-editor",
    "director",
    "interviewer",
    "recipient",
)
DATES: list[dict] = [
    {"date-parts": [[2019, 3], [2019, 5]]},
    {"date-parts": [[2019, 3, 4], [2019, 3, 9]]},
    {"date-parts": [[1998], [2004]]},
    {"date-parts": [[2011]], "season": 2},
    {"date-parts": [[1850]], "circa": True},
    {"date-parts": [[-43, 3, 15]]},
    {"date-parts": [[476]]},
    {"literal": "forthcoming"},
    {"date-parts": [[2012, 2, 29]]},
]
VALUES = {
    "page": ["e1001", "1–9", "S12-S19", "12-15, 18", "iv-xi", "1021-1029", "305-7", "45", "101-108"],
    "volume": ["3-4", "12 Suppl 1", "A", "LIX", "12"],
    "issue": ["3/4", "Suppl. 2", "1-2", "7"],
    "edition": ["2", "3rd", "Second", "rev.", "1st ed.", "21"],
    "number": ["RFC 2616", "12345", "NASA/TM-2019-12", "No. 4"],
    "number-of-pages": ["1", "312", "xii, 312"],
    "number-of-volumes": ["1", "4"],
    "collection-number": ["17", "vol. 3"],
    "chapter-number": ["4", "IV"],
    "genre": ["PhD thesis", "Technical report", "blog"],
    "medium": ["CD-ROM", "Film"],
    "publisher-place": ["New York", "Cambridge, MA", "Köln"],
    "event-title": ["Annual Meeting of the Society"],
    "event-place": ["Paris"],
    "archive": ["National Archives"],
    "archive_location": ["Box 7"],
    "authority": ["Supreme Court"],
    "section": ["12", "B"],
    "version": ["1.0.2", "4"],
    "language": ["en", "de", "fr-FR", "zh", "es"],
    "status": ["in press"],
    "original-title": ["Der Titel"],
    "collection-title": ["Lecture Notes in Computer Science"],
    "title-short": ["A short title"],
}
TITLES: list[Callable[[str], str]] = [
    lambda title: f"<i>{title.split(' ')[0]}</i> {' '.join(title.split(' ')[1:])}".strip(),
    lambda title: f"{title}?",
    lambda title: f"{title}!",
    lambda title: f"“{title}”: a reply",
    lambda title: f'"{title}" revisited',
    lambda title: f"{title}: The <sup>13</sup>C and H<sub>2</sub>O of an end",
    lambda title: f'<span class="nocase">{title}</span>: of mice and men',
    lambda title: f"{title} (Part 2)",
    lambda title: f"L'{title}",
    lambda title: f"{title}.",
    lambda title: title.lower(),
    lambda title: title.title(),
]


def wide_items(count: int, seed: int) -> list[dict]:
    """So many works of as many types as there are, a quarter journal articles; the seed fixes which."""
    dice = random.Random(f"wide {seed}")
    by_type: dict[str, list[dict]] = {}
    seen = set()
    for item in itertools.chain(_pool(), _files()):
        key = (item.get("title"), json.dumps(item.get("author")), item.get("page"))
        if key not in seen:
            seen.add(key)
            by_type.setdefault(item["type"], []).append(item)
    for each in by_type.values():
        dice.shuffle(each)
    articles = by_type.pop("article-journal")[: count // 4]
    turns = itertools.zip_longest(*(by_type[name] for name in sorted(by_type)))
    others = [item for turn in turns for item in turn if item is not None]
    chosen = articles + others[: count - len(articles)]
    dice.shuffle(chosen)
    chosen = [_changed(item, dice) if dice.random() < 0.5 else item for item in chosen]
    return [_dated(item | {"id": f"w{at}"}, at) for at, item in enumerate(chosen, 1)]


def _files() -> Iterator[dict]:
    for path in sorted((SHARED / "real" / "bibfiles").rglob("*")):
        if not path.is_file() or path.stat().st_size > MOST_BYTES:
            continue
        try:
            text = path.read_text("utf-8")
        except UnicodeDecodeError:
            continue
        format_ = detect_format(path.name, text)
        if format_ is None:
            continue
        for item in parse_text(text, format_).items:
            data = {name: value for name, value in csl_of(item).items() if name not in DROPPED}
            if data.get("title") and len(data["title"]) < 400 and "\\" not in data["title"]:
                yield data


def _changed(item: dict, dice: random.Random) -> dict:
    item = dict(item)
    for _ in range(dice.randint(1, 3)):
        dice.choice(CHANGES)(item, dice)
    return item


def _retype(item: dict, dice: random.Random) -> None:
    item["type"] = str(dice.choice(list(ItemType)))


def _drop(item: dict, dice: random.Random) -> None:
    names = [name for name in item if name not in ("id", "type", "title")]
    if names:
        del item[dice.choice(names)]


def _date(item: dict, dice: random.Random) -> None:
    item[dice.choice(["issued", "issued", "issued", "original-date", "event-date", "accessed"])] = (
        dice.choice(DATES)
    )


def _name(item: dict, dice: random.Random) -> None:
    people = [dice.choice(SCRIPTS) for _ in range(dice.randint(1, 4))]
    item["author"] = [*item.get("author", [])[:2], *people]


def _body(item: dict, dice: random.Random) -> None:
    item["author"] = [*item.get("author", [])[: dice.randint(0, 2)], {"literal": dice.choice(BODIES)}]


def _role(item: dict, dice: random.Random) -> None:
    item[dice.choice(ROLES)] = [dice.choice(SCRIPTS) for _ in range(dice.randint(1, 3))]
    if dice.random() < 0.4:
        item.pop("author", None)


def _value(item: dict, dice: random.Random) -> None:
    name = dice.choice(list(VALUES))
    item[name] = dice.choice(VALUES[name])


def _title(item: dict, dice: random.Random) -> None:
    item["title"] = dice.choice(TITLES)(item["title"])


def _twin(item: dict, dice: random.Random) -> None:
    """The authors and year of many others, so that cites clash."""
    item["author"] = [{"family": "Smith", "given": dice.choice(["John", "Jane", "J.", "Adam"])}]
    item["author"] += [{"family": "Doe", "given": "Richard"}] * dice.randint(0, 1)
    item["issued"] = {"date-parts": [[dice.choice([2019, 2020])]]}


CHANGES = (_retype, _drop, _drop, _date, _name, _body, _role, _value, _value, _value, _title, _title, _twin)
