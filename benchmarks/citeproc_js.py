"""How many citations and bibliography entries read as in citeproc-js, over many published styles and real works.

    python benchmarks/citeproc_js.py --styles 300 --items 200 --seed 1
    python benchmarks/citeproc_js.py --style apa --style ieee --examples 20

Needs node and npm; the npm package `citeproc` is installed once into the cache folder, and what it answered is kept
there too, so that a second run costs our side only.
"""

import argparse
import collections
import difflib
import hashlib
import json
import os
import random
import re
import select
import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parents[1]))

from real_items import real_items
from wide_items import wide_items

from refs.model.citation import Citation, Cite
from refs.parse.csl.csljson import read_item
from refs.parse.csl.installed import _locales_folder as locales_folder
from refs.parse.csl.installed import find_style, load_locale, load_style, style_names
from refs.render.document import render_document

DRIVER = Path(__file__).with_suffix(".cjs")
CACHE = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "refs-citeproc-js"
VERSION = "2.4.63"
LIMIT = 240.0
UNPRINTED = ("[CSL STYLE ERROR: reference with no printed form.]", "[NO_PRINTED_FORM]")


class Peer:
    """citeproc-js in a node process, started again when it takes too long."""

    def __init__(self) -> None:
        CACHE.mkdir(parents=True, exist_ok=True)
        if not (CACHE / "node_modules" / "citeproc").is_dir():
            subprocess.run(
                ["npm", "install", "--silent", f"citeproc@{VERSION}"], cwd=CACHE, check=True, timeout=300
            )
        self.process: subprocess.Popen[bytes] | None = None

    def answer(self, job: dict) -> dict:
        key = hashlib.sha256(
            DRIVER.read_bytes()
            + b"".join(Path(job[each]).read_bytes() for each in ("style", "items", "citations"))
        ).hexdigest()[:24]
        kept = CACHE / "answers" / f"{key}.json"
        if kept.is_file():
            return json.loads(kept.read_bytes())
        answer = self._ask(job)
        kept.parent.mkdir(exist_ok=True)
        kept.write_text(json.dumps(answer, ensure_ascii=False))
        return answer

    def _ask(self, job: dict) -> dict:
        if self.process is None or self.process.poll() is not None:
            self.process = subprocess.Popen(
                ["node", "--stack-size=4000", str(DRIVER), str(CACHE)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                bufsize=0,
            )
        process = self.process
        process.stdin.write(json.dumps(job).encode() + b"\n")
        data, ends = b"", time.monotonic() + LIMIT
        while not data.endswith(b"\n"):
            ready, _, _ = select.select([process.stdout], [], [], max(0.0, ends - time.monotonic()))
            part = os.read(process.stdout.fileno(), 1 << 20) if ready else b""
            if not part:
                process.kill()
                process.wait()
                return {"error": "no answer in time" if not ready else "the process died"}
            data += part
        return json.loads(data)


def make_citations(items: list[dict], seed: int) -> list[list[dict]]:
    """One citation for each work, then some with several cites, locators, affixes and repetitions."""
    dice = random.Random(seed)
    ids = [item["id"] for item in items]
    made = [[{"id": key}] for key in ids]
    for at in range(max(1, len(ids) // 5)):
        cites = [{"id": key} for key in dice.sample(ids, min(len(ids), dice.randint(2, 5)))]
        if at % 3 == 0:
            cites[0] |= {"locator": dice.choice(["12", "12-15", "iv", "3, 7"]), "label": "page"}
        if at % 7 == 0:
            cites[-1] |= {"prefix": "see ", "suffix": " passim"}
        made.append(cites)
        if at % 4 == 0:
            made += [
                [{"id": cites[0]["id"]}],
                [{"id": cites[0]["id"]}],
                [{"id": cites[0]["id"], "locator": "9", "label": "chapter"}],
            ]
    return made


LOCATORS = [
    ("12", "page"),
    ("12-15", "page"),
    ("12, 15", "page"),
    ("iv", "page"),
    ("3", "chapter"),
    ("2-4", "chapter"),
    ("7", "section"),
    ("5", "paragraph"),
    ("14", "line"),
    ("2", "volume"),
    ("9", "note"),
    ("Abc", "sub-verbo"),
    ("1.2.3", "section"),
    ("101-109", "page"),
    ("A12-A15", "page"),
    ("4", "figure"),
]
PREFIXES = ["see ", "See also ", "cf. ", "e.g., ", "But see "]
SUFFIXES = [" passim", ", emphasis added", ".", " [sic]", "; a view shared by many", " and elsewhere"]


def make_wide_citations(items: list[dict], seed: int) -> list[list[dict]]:
    """Citations of one to five cites in any order, with locators, affixes and repetitions near and far."""
    dice = random.Random(f"wide {seed}")
    ids = [item["id"] for item in items]
    made: list[list[dict]] = []
    for key in ids:
        kind = dice.random()
        before = made[-1] if made else [{"id": key}]
        if kind < 0.15:
            made.append([{"id": before[-1]["id"]}])
        elif kind < 0.25:
            made.append([{"id": dice.choice(ids)}])
        several = dice.randint(2, 5) if dice.random() < 0.25 else 1
        cites = [
            {"id": each} for each in dict.fromkeys([key, *(dice.choice(ids) for _ in range(several - 1))])
        ]
        for cite in cites:
            if dice.random() < 0.25:
                cite["locator"], cite["label"] = dice.choice(LOCATORS)
            if dice.random() < 0.08:
                cite["prefix"] = dice.choice(PREFIXES)
            if dice.random() < 0.08:
                cite["suffix"] = dice.choice(SUFFIXES)
            if dice.random() < 0.03:
                cite["suppress-author"] = True
        made.append(cites)
    return made


def independent_styles() -> list[str]:
    return [name for name in style_names() if b"<citation" in find_style(name).read_bytes()]


def ours(name: str, items: list, citations: list[list[dict]]) -> dict:
    style = load_style(name)
    locale = load_locale(style.default_locale or "en-US")
    asked = [
        Citation(
            tuple(Cite(**{name.replace("-", "_"): part for name, part in each.items()}) for each in cites),
            f"c{at}",
            at + 1 if style.is_note else 0,
        )
        for at, cites in enumerate(citations)
    ]
    document = render_document(style, locale, items, asked)
    entries = document.bibliography.entries
    return {
        "citations": [each.text for each in document.citations],
        "order": [each.id for each in entries],
        "entries": [each.text for each in entries],
        "has_bibliography": style.bibliography is not None,
    }


def squeezed(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def shape(text: str) -> str:
    """A stretch with its words and numbers reduced to one letter each, so that like differences look alike."""
    text = re.sub(r"[^\W\d_]+(?:['’ ]+[^\W\d_]+)+", "words", text)
    return re.sub(r"\d+", "0", re.sub(r"[^\W\d_]{3,}", "word", text))


def differences(theirs: str, mine: str) -> list[tuple[str, str]]:
    """The stretches in which two texts differ."""
    matcher = difflib.SequenceMatcher(None, theirs, mine, autojunk=False)
    return [(theirs[a:b], mine[c:d]) for tag, a, b, c, d in matcher.get_opcodes() if tag != "equal"]


class Score:
    """Counts of what is the same, and the differences by class."""

    def __init__(self) -> None:
        self.unprinted: collections.Counter = collections.Counter()
        self.same, self.total = collections.Counter(), collections.Counter()
        self.styles: dict[str, list[int]] = {}
        self.failed: dict[str, str] = {}
        self.theirs_failed: dict[str, str] = {}
        self.orders: list[str] = []
        self.seconds = {"citeproc-js": 0.0, "refs": 0.0}
        self.classes: dict[str, list[tuple]] = collections.defaultdict(list)

    def add(self, name: str, theirs: dict, mine: dict) -> None:
        missed = [0, 0]
        pairs = [
            ("citation", f"#{at}", a, b)
            for at, (a, b) in enumerate(zip(theirs["citations"], mine["citations"], strict=True))
        ]
        if "entries" in theirs:
            by_id = dict(zip(mine["order"], mine["entries"], strict=True))
            pairs += [
                ("entry", key, theirs["entries"].get(key, ""), by_id.get(key, "<none>"))
                for key in theirs["order"]
            ]
            if theirs["order"] != mine["order"]:
                self.orders.append(name)
        for kind, key, text, own in pairs:
            if any(each in text for each in UNPRINTED):
                self.unprinted[kind] += 1
                continue
            a, b = squeezed(text), squeezed(own)
            self.total[kind] += 1
            if a == b:
                self.same[kind] += 1
                continue
            missed[kind == "entry"] += 1
            found = differences(a, b) if len(a) < 1500 else [("a long text", "")]
            label = " | ".join(dict.fromkeys(f"{shape(x)!r}→{shape(y)!r}" for x, y in found[:3]))
            self.classes[f"{kind}: {label[:90]}"].append((name, key, a, b))
        if any(missed):
            self.styles[name] = missed

    def share(self, kind: str) -> float:
        return 100 * self.same[kind] / max(1, self.total[kind])


def main() -> None:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--styles", type=int, default=300)
    options.add_argument("--items", type=int, default=200)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument(
        "--wide", action="store_true", help="more kinds of works and citations, half of them odd"
    )
    options.add_argument("--style", action="append", help="only these")
    options.add_argument("--classes", type=int, default=25, help="how many classes of difference to show")
    options.add_argument("--examples", type=int, default=2, help="how many examples of each")
    options.add_argument("--worst", type=int, default=15, help="how many of the worst styles to show")
    options.add_argument("--json", help="write every difference to this file")
    chosen = options.parse_args()
    works = (wide_items if chosen.wide else real_items)(chosen.items, chosen.seed)
    citations = (make_wide_citations if chosen.wide else make_citations)(works, chosen.seed)
    names = chosen.style or random.Random(chosen.seed).sample(independent_styles(), chosen.styles)
    score = compare(names, works, citations)
    report(score, chosen)


def compare(names: list[str], works: list[dict], citations: list[list[dict]]) -> Score:
    peer, score = Peer(), Score()
    for label, data in (("items", works), ("citations", citations)):
        (CACHE / f"{label}.{os.getpid()}.json").write_text(json.dumps(data))
    items = [read_item(each) for each in works]
    for at, name in enumerate(names, 1):
        job = {"style": str(find_style(name)), "locales": str(locales_folder())}
        job |= {label: str(CACHE / f"{label}.{os.getpid()}.json") for label in ("items", "citations")}
        theirs = peer.answer(job)
        began = time.process_time()
        try:
            mine = ours(name, items, citations)
        except Exception as error:  # noqa: BLE001 a benchmark tells of every failure and goes on
            score.failed[name] = f"{type(error).__name__}: {error}"
            continue
        score.seconds["refs"] += time.process_time() - began
        if "error" in theirs:
            score.theirs_failed[name] = theirs["error"]
            continue
        score.seconds["citeproc-js"] += theirs["seconds"]
        score.add(name, theirs, mine)
        if sys.stderr.isatty() or at % 25 == 0:
            print(f"{at}/{len(names)} {name}", file=sys.stderr)
    for label in ("items", "citations"):
        (CACHE / f"{label}.{os.getpid()}.json").unlink()
    return score


def report(score: Score, chosen: argparse.Namespace) -> None:
    print("citeproc-js failed on:", len(score.theirs_failed))
    for name, error in score.theirs_failed.items():
        print(f"   {name}: {error[:150]!r}")
    print("refs failed on:", len(score.failed))
    for name, error in score.failed.items():
        print(f"   {name}: {error[:300]}")
    classes = sorted(score.classes.items(), key=lambda each: -len(each[1]))
    for label, found in classes[: chosen.classes]:
        print(f"\n{len(found):6} × in {len({each[0] for each in found})} styles   {label}")
        for name, key, a, b in random.Random(1).sample(found, min(chosen.examples, len(found))):
            print(f"         {name} {key}\n           js   {a[:700]}\n           refs {b[:700]}")
    print("\nworst styles:")
    for name, missed in sorted(score.styles.items(), key=lambda each: -sum(each[1]))[: chosen.worst]:
        print(f"   {missed[0]:4} citations, {missed[1]:4} entries  {name}")
    print(f"\nbibliographies in another order: {len(score.orders)}  {' '.join(score.orders[:20])}")
    print(f"CPU seconds: {', '.join(f'{name} {spent:.0f}' for name, spent in score.seconds.items())}")
    for kind in ("citation", "entry"):
        print(
            f"{kind:9} {score.same[kind]:7} of {score.total[kind]:7} identical: {score.share(kind):.2f} %"
            f"  ({score.unprinted[kind]} more that citeproc-js cannot print)"
        )
    if chosen.json:
        rows = [row for found in score.classes.values() for row in found]
        Path(chosen.json).write_text(json.dumps(rows, ensure_ascii=False, indent=0))


if __name__ == "__main__":
    main()
