"""How fast bibliographies and citations are rendered, beside refkit (Rust) and citeproc-py.

    python benchmarks/render.py [--items 1000] [--styles apa,ieee] [--linear]

Rates are items per CPU second, warm. "Again" is the same call a second time, which finds what depends on style and
item alone remembered; "anew" is the same call with items that were never seen. Peers that are not installed are left
out.
"""

import argparse
import json
import random
import resource
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from refs.model.citation import Citation, Cite
from refs.parse.csl.csljson import read_item
from refs.parse.csl.installed import find_style, load_locale, load_style
from refs.render.document import render_document

STYLES = {
    "apa": "apa",
    "ama": "american-medical-association",
    "nlm": "nlm-citation-sequence",
    "ieee": "ieee",
}
FAMILIES = [
    "Smith",
    "Jones",
    "Müller",
    "García",
    "Nguyen",
    "Kim",
    "Chen",
    "Patel",
    "O'Brien",
    "Rossi",
    "Kowalski",
    "Ivanov",
    "Tanaka",
    "Silva",
    "Hansen",
    "Dubois",
    "van_den_Berg",
    "de_la_Cruz",
    "Papadopoulos",
    "Yılmaz",
    "Okafor",
    "Haddad",
    "Svensson",
    "Novák",
    "Lindqvist",
    "Moreau",
    "Fischer",
    "Costa",
]
GIVEN = [
    "John_A.",
    "Mary",
    "Ana_María",
    "J.-P.",
    "Wei",
    "Sofia_L.",
    "Peter",
    "Chloe",
    "Dmitri",
    "Aiko",
    "Lars",
    "Zoë",
    "M._K.",
    "Ibrahim",
]
WORDS = [
    "effects",
    "of",
    "clonazepam",
    "on",
    "sleep",
    "in",
    "older",
    "adults",
    "a",
    "randomized",
    "controlled",
    "trial",
    "and",
    "meta-analysis",
    "the",
    "role",
    "genetic",
    "variation",
    "chronic",
    "pain",
    "management",
    "during",
    "pregnancy",
    "insulin",
    "resistance",
    '"long-term"',
    "outcomes",
    "after",
    "surgery",
    "<i>Escherichia",
    "coli</i>",
    "CO<sub>2</sub>",
    "exposure:",
    "evidence",
    "from",
    "primary",
    "care",
]
TYPES = (
    ["article-journal"] * 12
    + ["chapter"] * 3
    + ["book"] * 2
    + ["webpage"] * 2
    + ["report", "paper-conference"]
)


def varied_items(count, seed=1):
    """CSL-JSON items of the kinds that health articles cite; a hundredth has many authors."""
    rng = random.Random(seed)
    return [one_item(rng, at) for at in range(count)]


def one_item(rng, at):
    kind = rng.choice(TYPES)
    size = rng.choice((1, 1, 2, 2, 3, 3, 4, 5, 6, 7, 8, 12)) if at % 100 else 60
    item = {
        "id": f"item{at}",
        "type": kind,
        "title": " ".join(rng.choice(WORDS) for _ in range(rng.randint(5, 14))).capitalize(),
        "author": [person(rng) for _ in range(size)],
        "issued": {"date-parts": [[rng.randint(1990, 2024), rng.randint(1, 12), rng.randint(1, 28)]]},
        "DOI": f"10.1000/{rng.randint(10**5, 10**7)}",
    }
    if kind in ("article-journal", "chapter", "paper-conference"):
        item |= {
            "container-title": f"Journal of {rng.choice(WORDS)} {rng.choice(WORDS)}",
            "volume": str(rng.randint(1, 90)),
        }
        item |= {"issue": str(rng.randint(1, 12)), "page": f"{rng.randint(100, 900)}-{rng.randint(901, 999)}"}
    if kind in ("chapter", "book", "report"):
        item |= {
            "publisher": "Oxford University Press",
            "publisher-place": "Oxford",
            "edition": str(rng.randint(1, 4)),
        }
    if kind == "chapter":
        item["editor"] = [person(rng), person(rng)]
    if kind == "webpage":
        item |= {"author": [{"literal": "Mayo Clinic"}], "URL": f"https://www.mayoclinic.org/{at}"}
        item["accessed"] = {"date-parts": [[2023, 5, 13]]}
    return item


def person(rng):
    return {"family": rng.choice(FAMILIES).replace("_", " "), "given": rng.choice(GIVEN).replace("_", " ")}


def cpu(call):
    begin = time.process_time()
    call()
    return time.process_time() - begin


def rate(call, count, repeat=3):
    call()
    return count / min(cpu(call) for _ in range(repeat))


def refs_rates(name, data):
    """Our rates: with items that were never seen, and with those of the call before."""
    style, locale = load_style(name), load_locale("en-US")
    cited = [Citation((Cite(each["id"]),)) for each in data]
    rates = {}
    for kind, citations in (("bibliography", ()), ("citations and bibliography", cited)):

        def render(items, citations=citations):
            return render_document(style, locale, items, citations)

        lists = [[read_item(each) for each in data] for _ in range(4)]
        rates[f"{kind}, anew"] = len(data) / min(cpu(partial(render, items)) for items in lists)
        rates[f"{kind}, again"] = rate(partial(render, lists[-1]), len(data))
    return rates


def refkit_rates(path, data):
    """The rates of refkit with the style of this file."""
    import refkit

    library = refkit.decode(json.dumps(data), format="csl-json")["library"]
    document = refkit.Document(library, refkit.Style.from_path(str(path)), locale="en-US")
    citations = [refkit.Citation(each["id"], each["id"]) for each in data]
    return {
        "bibliography": rate(document.full_bibliography, len(data)),
        "citations and bibliography": rate(lambda: document.render(citations), len(data)),
    }


def citeproc_rates(path, data):
    """The rates of citeproc-py with the style of this file."""
    from citeproc import Citation as Group
    from citeproc import CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
    from citeproc.source.json import CiteProcJSON

    def everything():
        style = CitationStylesStyle(str(path), validate=False)
        bibliography = CitationStylesBibliography(style, CiteProcJSON(data), formatter.plain)
        groups = [Group([CitationItem(each["id"])]) for each in data]
        for group in groups:
            bibliography.register(group)
        for group in groups:
            bibliography.cite(group, lambda _item: None)
        return bibliography.bibliography()

    return {"citations and bibliography": len(data) / cpu(everything)}


PEERS = {"refkit": refkit_rates, "citeproc-py": citeproc_rates}


def print_peers(name, data):
    for peer, rates in PEERS.items():
        try:
            found = {kind: round(value) for kind, value in rates(find_style(name), data).items()}
        except ImportError:
            found = "not installed"
        except Exception as error:  # noqa: BLE001 - what a peer cannot do is a result
            found = repr(error)[:120]
        print(f"  {peer}", found)


def linear(name):
    for count in (1000, 2000, 5000, 10_000):
        items = [read_item(each) for each in varied_items(count)]
        style, locale = load_style(name), load_locale("en-US")
        seconds = cpu(lambda style=style, locale=locale, items=items: render_document(style, locale, items))
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"  {name} {count:>6} items {seconds:6.2f} s {count / seconds:8.0f}/s, peak {peak:.0f} MB")


def cold():
    code = (
        "from refs.parse.csl.installed import *; from refs.parse.csl.csljson import read_item;"
        "from refs.render.document import render_document;"
        f"print(render_document(load_style('apa'), load_locale('en-US'), [read_item({varied_items(1)[0]!r})])"
        ".bibliography.entries[0].text)"
    )
    begin = time.perf_counter()
    subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, cwd=Path(__file__).parents[1]
    )
    print(f"cold, one entry: {time.perf_counter() - begin:.3f} s")


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--items", type=int, default=1000)
    parser.add_argument("--styles", default=",".join(STYLES))
    parser.add_argument("--linear", action="store_true")
    parser.add_argument("--alone", action="store_true", help="without the peers")
    arguments = parser.parse_args()
    data = varied_items(arguments.items)
    for short in arguments.styles.split(","):
        name = STYLES.get(short, short)
        print(name, {kind: round(value) for kind, value in refs_rates(name, data).items()})
        if not arguments.alone:
            print_peers(name, data)
    if arguments.linear:
        for name in ("apa", "ieee", "chicago-author-date"):
            linear(name)
    cold()


if __name__ == "__main__":
    main()
