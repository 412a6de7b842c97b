"""How right the readers of `refs/fetch` are, on recorded answers, label URLs and web pages with known facts.

    REFS_SHARED=… python benchmarks/sources.py [recorded|labels|pages] [--show]

The same pages are read by trafilatura and htmldate where they can be imported (`--peers PYTHON` names an
interpreter that has them).
"""

import argparse
import csv
import json
import os
import re
import subprocess
import sys
import time
from collections import Counter, defaultdict
from pathlib import Path
from urllib.parse import urlsplit

sys.path.insert(0, str(Path(__file__).parent.parent))

from refs.errors import UnreadableFile
from refs.fetch.dates import date_of_text
from refs.fetch.people import DEGREES
from refs.fetch.readers import READERS
from refs.library.converting import read_bytes
from refs.model.fdalabel import read_label_url
from refs.text import fold, strip_tags

SHARED = Path(os.environ.get("REFS_SHARED", Path(__file__).parents[2] / "shared"))
READER_OF = {
    "crossref": "crossref", "papis-crossref": "crossref", "crosscite": "crossref", "datacite": "datacite",
    "openalex": "openalex", "arxiv": "arxiv", "eutils-efetch-pubmed": "pubmed", "eutils-efetch-pubmed-book": "bookshelf",
    "dailymed-spl-xml": "dailymed", "dailymed-json": "dailymed", "openfda": "openfda", "pmc-jats": "jats",
    "europepmc": "europepmc", "metadata-docs": "crossref",
}  # fmt: skip
FACTS = ("title", "year", "author", "container", "identifier")


def rows(folder):
    csv.field_size_limit(10**9)
    with (SHARED / "real" / folder / "MANIFEST.tsv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t"))


def plain(text):
    """A text as two catalogues may both print it: no tags, no case, no punctuation."""
    return re.sub(r"\W+", "", fold(strip_tags(re.sub(r"<[^<>]*>", "", unescape(str(text or ""))))))


def unescape(text):
    import html

    return html.unescape(html.unescape(text))


# ---- recorded answers


def facts_of(expected):
    """The five facts that the bar names, from the words of each source."""
    first = (expected.get("authors") or [None])[0]
    when = (
        expected.get("issued")
        or expected.get("year")
        or expected.get("publication_date")
        or expected.get("pubdate")
    )
    when = when or expected.get("effectiveTime")
    year = re.search(r"\d{4}", str(when)) if when else None
    name = (
        expected.get("setid")
        or re.sub(r"^https?://doi.org/", "", str(expected.get("doi") or ""))
        or expected.get("doi")
        or expected.get("pmid")
        or expected.get("bookaccession")
    )
    return {
        "title": expected.get("title"),
        "year": year.group() if year else None,
        "author": first,
        "container": expected.get("container") or expected.get("journal") or expected.get("booktitle"),
        "identifier": name,
    }


def records(row, expected):
    """The (item place, facts) pairs that one recording promises."""
    if "first" in expected and row["file"].startswith("crossref/"):
        return [(0, facts_of(expected["first"]))] if expected["first"] else []
    if "entries" in expected:
        return [
            (place, {"title": each.get("title"), "year": (each.get("published") or "")[:4], "author": (each.get("authors") or [None])[0],
                     "container": None, "identifier": re.sub(r".*abs/|v\d+$", "", each.get("id", ""))})
            for place, each in enumerate(expected["entries"])
        ]  # fmt: skip
    if "records" in expected and "pubmed" in row["file"]:
        return [(place, facts_of(each)) for place, each in enumerate(expected["records"])]
    if {"title", "doi", "pmid", "setid"} & set(expected):
        return [(0, facts_of(expected))]
    return []


def same_author(expected, item):
    if not item.author:
        return False
    name = item.author[0]
    have = plain(name.literal or f"{name.non_dropping_particle or ''}{name.family or ''}")
    return have[:40] in plain(expected) or plain(expected) in plain(str(name))


def judge(fact, expected, item):
    if fact == "title":
        whole, told = plain(item.title), plain(expected)
        return whole == told or (len(expected) == CUT and whole.startswith(told))
    if fact == "year":
        return item.issued is not None and str(item.issued.year) == str(expected)
    if fact == "author":
        return same_author(expected, item)
    if fact == "container":
        return plain(item.container_title) == plain(expected)
    return plain(expected) in {plain(each.value) for each in item.identifiers} | {
        plain(item.DOI),
        plain(item.PMID),
    }


CUT = 160
"""The letters after which the collection cuts a title off."""
PLACEHOLDERS = {"", "none", "nan", "unav", "unknown", "na"}


def judged_recordings():
    """Every recording that has facts: its row, its promises, and the items read of it."""
    for row in rows("recorded"):
        source = row["file"].split("/")[0]
        expected = json.loads(row["expected_facts_json"] or "{}")
        if source not in READER_OF or "unparsed" in expected or row["http_status"] not in {"", "200"}:
            continue
        promised = records(row, expected)
        if promised:
            path = SHARED / "real" / "recorded" / row["file"]
            yield row, promised, READERS[reader_name(path, source)](path.read_bytes()).items


def reader_name(path, source):
    if source == "metadata-docs" and path.suffix == ".xml" and "crossref" not in path.name:
        return "datacite"
    return READER_OF[source]


def verdicts():
    """((file, place), fact, expected value, whether it is right, item) for every fact."""
    for row, promised, items in judged_recordings():
        for place, facts in promised:
            item = items[place] if place < len(items) else None
            for fact, value in facts.items():
                if plain(value) not in PLACEHOLDERS:
                    yield (
                        (row["file"], place),
                        fact,
                        value,
                        item is not None and judge(fact, value, item),
                        item,
                    )


def recorded(show):
    right, total, wrong = Counter(), Counter(), []
    by_source, records_right = defaultdict(Counter), {}
    for (file, place), fact, value, ok, item in verdicts():
        total[fact] += 1
        right[fact] += ok
        by_source[file.split("/")[0]][ok] += 1
        records_right[file, place] = records_right.get((file, place), True) and ok
        if not ok:
            wrong.append((file, fact, str(value)[:80], str(item and item.title)[:80]))
    for fact in FACTS:
        print(
            f"{fact:12} {right[fact]:5} of {total[fact]:5}  {100 * right[fact] / max(1, total[fact]):6.2f} %"
        )
    everything, good = sum(total.values()), sum(right.values())
    print(f"{'all':12} {good:5} of {everything:5}  {100 * good / max(1, everything):6.2f} %   (bar 98 %)")
    whole = sum(records_right.values())
    print(
        f"{'whole records':12} {whole:4} of {len(records_right):5}  {100 * whole / max(1, len(records_right)):6.2f} %"
    )
    if show:
        for each in wrong:
            print(*each, sep=" | ")
        for source, counts in by_source.items():
            print(source, counts[True], "of", sum(counts.values()))
    errors()


def errors():
    """Recordings of a status from 400: none may give an item, neither to the source's reader nor where it is told by itself."""
    bad, seen = [], 0
    for row in rows("recorded"):
        if row["http_status"] < "400":
            continue
        seen += 1
        source = row["file"].split("/")[0]
        data = (SHARED / "real" / "recorded" / row["file"]).read_bytes()
        if (source in READER_OF and READERS[READER_OF[source]](data).items) or items_of(data, row["file"]):
            bad.append(row["file"])
    print(f"of {seen} error answers gave an item:", bad or "none")


def items_of(data, name):
    """The items of bytes whose format nobody names."""
    try:
        return read_bytes(data, name, None).items
    except UnreadableFile:
        return ()


# ---- FDA label URLs


def documents():
    """The documents of the collection: URL, kind, year, the applications each belongs to, and their supplements."""
    found = {}
    with (SHARED / "real/recorded/drugsatfda/label_urls.tsv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            one = found.setdefault(row["url"].lower(), (row["url"], row["doc_type"], row["doc_date"][:4], {}))
            number = 0 if row["submission_type"] == "ORIG" else int(row["submission_no"] or 0)
            one[3].setdefault(row["appl_no"], set()).add(number)
    return list(found.values())


def labels(show):
    right, total, wrong, sure = Counter(), Counter(), [], Counter()
    listed = documents()
    started = time.perf_counter()
    for url, kind, year, applications in listed:
        label = read_label_url(url)
        numbers = {each.number: each.supplements for each in label.applications} if label else {}
        ok = bool(numbers.keys() & applications.keys())
        for name in (
            "all documents",
            *(("all in Drugs@FDA folders",) if "/drugsatfda_docs/" in url.lower() else ()),
            *(("since 2015",) if year >= "2015" else ()),
            *((f"{kind}", f"{kind} since 2015") if kind == "Label" and year >= "2015" else (kind,)),
        ):
            total[name] += 1
            right[name] += ok
        total["supplement"] += 1
        right["supplement"] += any(
            wanted & {*numbers.get(number, ()), *(() if numbers.get(number) else (0,))}
            for number, wanted in applications.items()
            if number in numbers
        )
        sure[bool(label and label.confident), ok] += 1
        if not ok:
            wrong.append((url, sorted(applications), sorted(numbers), label and label.confident))
    seconds = time.perf_counter() - started
    for name in sorted(total):
        print(f"{name:30} {right[name]:5} of {total[name]:5}  {100 * right[name] / total[name]:6.2f} %")
    print(
        f"stated with confidence {sure[True, True] + sure[True, False]}, of another application {sure[True, False]}; {len(listed) / seconds:,.0f} URLs/s"
    )
    if show:
        for each in wrong:
            print(*each, sep=" | ")


# ---- web pages


def gold(row):
    """Title, date, site and authors that the page's collection calls right; absent ones are not judged."""
    told = json.loads(row["gold_expected_json"] or "{}")
    found = {
        "title": told.get("gold_title"),
        "date": told.get("gold_date"),
        "site": told.get("gold_sitename"),
        "author": told.get("gold_author"),
    }
    for name in ("readability_expected", "postlight_expected", "papis_expected"):
        inner = told.get(name) or {}
        found["title"] = found["title"] or inner.get("title")
        found["site"] = found["site"] or inner.get("siteName") or inner.get("site_name")
        found["author"] = found["author"] or inner.get("byline") or inner.get("author")
        found["date"] = (
            found["date"] or inner.get("publishedTime") or inner.get("date_published") or inner.get("date")
        )
    return {
        name: value
        for name, value in found.items()
        if value and str(value).strip().lower() not in {"null", "none", "nan"}
    }


def day(text):
    found = date_of_text(str(text))
    return str(found) if found else None


NOBODY = re.compile(r"\bstaff\b|\beditors?$|redaktion$|\bagenturen\b|web\s?team", re.IGNORECASE)
"""Golds that name nobody; it is right to name none, or the same."""
NO_BYLINE = re.compile(r"^follow\b|^https?://\S+$|\b(?:19|20)\d\d\b", re.IGNORECASE)
"""Golds that are no byline but a button, an address, a date; they are not judged."""
SEPARATOR = re.compile(
    r"\s*(?:,?\s+(?:and|und|et|avec)\s+|;|\||&|,|，|、|[()（）\[\]《》])\s*", re.IGNORECASE
)


def words_of(name):
    return " ".join(re.findall(r"\w+", fold(name)))


def named(text):
    """The names in the first line of a byline, each as its words without case: "By Jane Doe, MD and John Roe" → jane doe, john roe."""
    text = str(text).replace("\\xa0", " ").strip()
    text = re.sub(r"^[\s\[]*(?:by|von|par)\b:?\s+", "", text, flags=re.IGNORECASE)
    text = re.split(r"\n|\\n", text)[0]
    parts = [part for part in SEPARATOR.split(text.replace("'", "")) if part.strip() and "@" not in part]
    return [words_of(part) for place, part in enumerate(parts) if not place or not is_degree(part)]


def is_degree(part):
    return all(fold(word).replace(".", "") in DEGREES for word in part.split())


def name_set(text):
    return set(named(text))


def names_of(item):
    return [words_of(str(name)) for name in item.author]


def bib_names(text):
    """BibTeX's "Last, First and Last, First" as names."""
    return [words_of(part) for part in str(text).split(" and ")]


def same_names(expected, have, row, site):
    """Whether the names are the same in the same order; the site itself beside a person counts for nothing."""
    own = {plain(each) for each in (site, *(urlsplit(row["original_url"]).hostname or "").split("."))} - {""}
    golds = [named(expected), named(re.sub(r"[()（）]", " ", str(expected)))] + (
        [bib_names(expected)] if row["file"].startswith("papis") else []
    )
    return any(without(have or [], own) == without(each, own) for each in golds)


def without(names, own):
    """The names without those of the site ("WebMD Health News" of WebMD), each with its words in order of the alphabet."""
    others = [
        each
        for each in names
        if not any(plain(each) == one or (len(one) > 4 and plain(each).startswith(one)) for one in own)
    ]
    return [" ".join(sorted(each.split())) for each in others or names]


def read_page(row):
    path = SHARED / "real/htmlpages" / row["file"]
    reading = READERS["html"](path.read_bytes(), row["original_url"] or None)
    items = reading.items
    if not items:
        return {"wall": True} if any(flaw.variable == "page" for flaw in reading.flaws) else {}
    item = items[0]
    date = item.issued
    return {"title": item.title, "date": str(date) if date else None, "site": item.custom.get("site") or item.container_title, "author": names_of(item),
            "authors": list(map(str, item.author)),
            "tags": {name: each.tag for name, each in item.provenance.items()}}  # fmt: skip


def same(fact, expected, have, row, site=None):
    if fact == "title":
        return plain(have) == plain(expected)
    if fact == "date":
        wanted = day(expected) or str(expected)
        return have is not None and (have == wanted or same_instant(str(expected), have))
    if fact == "site":
        return plain(have) == plain(expected)
    return same_names(expected, have, row, site)


def raw(text):
    """A text as it is printed, but for case, blanks and the shape of its quotes."""
    return " ".join(unescape(str(text or "")).translate(QUOTES).split()).lower()


QUOTES = str.maketrans("‘’“”„\xa0", '\'\'""" ')


def same_raw(fact, expected, have, row):
    """Whether a fact is right as it is printed: the same title, day and site, the same names in the same order."""
    if fact == "date":
        return have.get("date") == str(expected)[:10]
    if fact != "author":
        return raw(have.get(fact)) == raw(expected)
    if row["file"].startswith("papis"):
        parts = [" ".join(reversed(part.split(", "))) for part in str(expected).split(" and ")]
    else:
        parts = (
            expected
            if isinstance(expected, list)
            else re.split(r"\s*(?:;|,\s+and\s+|,| and | & )\s*", str(expected))
        )
    return [raw(each) for each in have.get("authors") or ()] == [raw(each) for each in parts if each]


def same_instant(expected, have):
    """Whether a moment told in UTC falls on the local day that was read, or on its neighbour."""
    import datetime as dt

    if not re.search(r"T\d\d:\d\d.*Z$", expected) or not re.fullmatch(r"\d{4}-\d\d-\d\d", have):
        return False
    return abs((dt.date.fromisoformat(expected[:10]) - dt.date.fromisoformat(have)).days) <= 1


PEER = """
import json, sys, warnings
warnings.simplefilter("ignore")
from pathlib import Path
from trafilatura import extract_metadata
from htmldate import find_date
from lxml import html
for line in sys.stdin:
    path, url = json.loads(line)
    data = Path(path).read_bytes()
    out = {}
    try:
        meta = extract_metadata(data, default_url=url or None)
        if meta is not None:
            out = {"title": meta.title, "site": meta.sitename, "author": meta.author, "date": meta.date}
    except Exception as error:
        out = {"error": repr(error)}
    try:
        out["htmldate"] = find_date(data.decode("utf-8", "replace"), url=url or None, original_date=True)
    except Exception:
        out["htmldate"] = None
    print(json.dumps(out))
"""


def peers(python, judged):
    """What trafilatura and htmldate say of the same pages."""
    lines = "".join(
        json.dumps([str(SHARED / "real/htmlpages" / row["file"]), row["original_url"]]) + "\n"
        for row in judged
    )
    done = subprocess.run([python, "-c", PEER], input=lines, capture_output=True, text=True, check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


WALL, NO_NAME, NOT_JUDGED = "robot wall", "gold is nobody", "gold is noise"


def kind_of(fact, expected, row, have):
    """Who says what is right; apart: pages that are a wall to robots, and authors that are nobody or the site itself."""
    if have.get("wall"):
        return WALL
    if fact == "author" and (
        NOBODY.search(str(expected).strip()) or plain(expected) == plain(have.get("site"))
    ):
        return NO_NAME
    return "by hand" if "gold_" in row["gold_expected_json"] else "by tool"


def pages(show, python=None):
    judged = [row for row in rows("htmlpages") if gold(row)]
    started = time.perf_counter()
    ours = [read_page(row) for row in judged]
    seconds = time.perf_counter() - started
    score, wrong = defaultdict(Counter), []
    theirs = peers(python, judged) if python else [None] * len(judged)
    for row, have, peer in zip(judged, ours, theirs, strict=True):
        for fact, expected in gold(row).items():
            if fact == "author" and NO_BYLINE.search(str(expected).strip()):
                score[fact, NOT_JUDGED]["of"] += 1
                continue
            kind = kind_of(fact, expected, row, have)
            ok = right(fact, expected, have.get(fact), row, have.get("site"), kind)
            counts = score[fact, kind]
            counts["of"] += 1
            counts["refs"] += ok
            counts["as printed"] += same_raw(fact, expected, have, row)
            if peer is not None:
                told = named(peer.get(fact) or "") if fact == "author" else peer.get(fact)
                counts["trafilatura"] += right(fact, expected, told, row, have.get("site"), kind)
            if peer is not None and fact == "date":
                counts["htmldate"] += same(fact, expected, peer.get("htmldate"), row)
            if not ok:
                tag = {"date": "issued", "site": "container_title"}.get(fact, fact)
                wrong.append((fact, row["file"], row["original_url"][:90], "WANT", expected, "HAVE", have.get(fact),
                              (have.get("tags") or {}).get(tag)))  # fmt: skip
    print_scores(score)
    print(f"{len(judged) / seconds:.0f} pages/s")
    if show:
        for each in sorted(wrong, key=lambda each: each[0]):
            print(*each, sep=" | ")


def right(fact, expected, have, row, site, kind):
    """Whether a fact is right; where the gold is nobody, it is right to name none."""
    return (kind == NO_NAME and not have) or same(fact, expected, have, row, site)


def print_scores(score):
    for fact, bar in (("title", 95), ("date", 90), ("site", 93), ("author", 85)):
        kinds = [kind for kind in ("by hand", "by tool", WALL, NO_NAME) if score[fact, kind]["of"]]
        for kind in (*kinds, "all but walls", "all"):
            counts = Counter()
            for each in kinds if kind.startswith("all") else [kind]:
                counts.update(score[fact, each] if kind != "all but walls" or each != WALL else {})
            shares = "  ".join(
                f"{name} {100 * counts[name] / counts['of']:5.1f} %"
                for name in ("refs", "as printed", "trafilatura", "htmldate")
                if counts[name] or name == "refs"
            )
            print(f"{fact:8} {kind:14} of {counts['of']:4}  {shares}   (bar {bar} %)")
        if score[fact, NOT_JUDGED]:
            print(f"{fact:8} {NOT_JUDGED:14} of {score[fact, NOT_JUDGED]['of']:4}  not judged")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("what", nargs="?", choices=["recorded", "labels", "pages"])
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--peers", metavar="PYTHON")
    chosen = parser.parse_args()
    for name, run in (
        ("recorded", recorded),
        ("labels", labels),
        ("pages", lambda show: pages(show, chosen.peers)),
    ):
        if chosen.what in {None, name}:
            print(f"--- {name}")
            run(chosen.show)


if __name__ == "__main__":
    main()
