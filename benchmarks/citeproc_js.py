"""How many entries and citations are the same as those of citeproc-js, the processor inside Zotero.

    python benchmarks/citeproc_js.py --items ITEMS.json [--styles 300] [--count 200] [--seed 1] [--show 20]

ITEMS.json is CSL-JSON. npm and node must be there: npm's `citeproc` goes into a temporary folder.
"""

import argparse
import json
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from refs.model.citation import Citation, Cite
from refs.parse.csljson import read_item
from refs.parse.installed import find_style, load_locale, load_style, locale_folder, style_names
from refs.render.output.plain import write_plain
from refs.render.session import Session

JS = """
const CSL = require('citeproc'), fs = require('fs'), readline = require('readline');
const [folder, itemsPath] = process.argv.slice(2);
const items = Object.fromEntries(JSON.parse(fs.readFileSync(itemsPath)).map(i => [i.id, i]));
const locales = {};
const sys = {
  retrieveLocale: lang => {
    if (!(lang in locales)) {
      try { locales[lang] = fs.readFileSync(folder + '/locales-' + lang + '.xml', 'utf8'); }
      catch (e) { locales[lang] = false; }
    }
    return locales[lang];
  },
  retrieveItem: id => JSON.parse(JSON.stringify(items[id])),
};
readline.createInterface({input: process.stdin}).on('line', line => {
  const job = JSON.parse(line), out = {name: job.name, entries: [], citations: []};
  try {
    const engine = new CSL.Engine(sys, fs.readFileSync(job.path, 'utf8'), job.lang, true);
    engine.setOutputFormat('text');
    engine.updateItems(Object.keys(items));
    const bib = engine.makeBibliography();
    if (bib) out.entries = bib[0].entry_ids.map((ids, n) => [ids[0], bib[1][n]]);
    out.citations = engine.rebuildProcessorState(job.citations, 'text').map(c => c[2]);
  } catch (e) { out.error = String(e && e.message || e); }
  process.stdout.write(JSON.stringify(out) + '\\n');
});
"""


def main():
    arguments = parse_arguments()
    rng = random.Random(arguments.seed)
    data = json.loads(Path(arguments.items).read_text(encoding="utf-8"))
    data = [{**each, "id": str(each["id"])} for each in rng.sample(data, min(arguments.count, len(data)))]
    names = arguments.only.split(",") if arguments.only else independent_styles(arguments.styles, rng)
    totals, classes = Counter(), Counter()
    shown = 0
    with tempfile.TemporaryDirectory() as folder:
        node = start_node(Path(folder), data, arguments.module)
        for name in names:
            theirs = ask(node, name, data)
            if "error" in theirs:
                totals["styles that citeproc-js refuses"] += 1
                continue
            row = compare(name, theirs, data)
            totals.update(row["totals"])
            if row["differences"]:
                classes[name] = len(row["differences"])
            for kind, mine, other in row["differences"][: arguments.per_style]:
                if shown < arguments.show:
                    print(f"{name} {kind}\n  refs {mine!r}\n  js   {other!r}", flush=True)
                    shown += 1
        node.stdin.close()
        node.wait()
    report(totals, classes)


def parse_arguments():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--items", required=True)
    parser.add_argument("--styles", type=int, default=300)
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", type=int, default=0)
    parser.add_argument("--per-style", type=int, default=2)
    parser.add_argument("--only", help="names of styles, with commas")
    parser.add_argument("--module", help="a node_modules folder that holds citeproc already")
    return parser.parse_args()


def independent_styles(count, rng):
    names = [name for name in style_names() if find_style(name).parent.name != "dependent"]
    return sorted(rng.sample(names, min(count, len(names))))


def start_node(folder, data, module):
    if module is None:
        command = [
            "npm",
            "install",
            "--silent",
            "--no-fund",
            "--no-audit",
            "--prefix",
            str(folder),
            "citeproc",
        ]
        subprocess.run(command, check=True)
        module = folder / "node_modules"
    (folder / "engine.js").write_text(JS, encoding="utf-8")
    (folder / "items.json").write_text(json.dumps(data), encoding="utf-8")
    return subprocess.Popen(
        ["node", str(folder / "engine.js"), str(locale_folder()), str(folder / "items.json")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env={"NODE_PATH": str(module), "PATH": "/usr/local/bin:/usr/bin:/bin"},
    )


def citations_of(data):
    """One citation for each item, then pairs, then some of the same again with locators."""
    ids = [each["id"] for each in data]
    rows = [[(key, None)] for key in ids]
    rows += [[(one, None), (two, None)] for one, two in zip(ids[::7], ids[3::7], strict=False)]
    rows += [[(key, "12-14")] for key in ids[::11]]
    return rows


def ask(node, name, data):
    style = load_style(name)
    citations = [
        {
            "citationID": f"c{at}",
            "citationItems": [
                {"id": key, **({"locator": locator, "label": "page"} if locator else {})}
                for key, locator in row
            ],
            "properties": {"noteIndex": at + 1 if style.is_note else 0},
        }
        for at, row in enumerate(citations_of(data))
    ]
    job = {"name": name, "path": str(find_style(name)), "lang": language(style), "citations": citations}
    node.stdin.write(json.dumps(job) + "\n")
    node.stdin.flush()
    return json.loads(node.stdout.readline())


def language(style):
    return style.default_locale or "en-US"


def compare(name, theirs, data):
    style = load_style(name)
    begin = time.process_time()
    session = Session(style, load_locale(language(style)), [read_item(each) for each in data])
    quotes = session.engine.quotes
    session.set_document([], [each["id"] for each in data])
    mine = {key: write_plain(text, quotes) for key, text in session.entries_marked(session.listed)}
    rows = [
        Citation(tuple(Cite(key, locator, "page" if locator else None) for key, locator in row), note=note)
        for note, row in enumerate(citations_of(data), 1)
    ]
    if not style.is_note:
        rows = [Citation(each.cites) for each in rows]
    session.set_document(rows, [each["id"] for each in data], registered=[each["id"] for each in data])
    cited = [write_plain(session.citation_marked(at), quotes) for at in range(len(rows))]
    seconds = time.process_time() - begin
    differences = []
    totals = Counter({"seconds": seconds})
    for key, text in theirs["entries"]:
        totals["entries"] += 1
        if squeezed(mine.get(key, "")) == squeezed(text):
            totals["same entries"] += 1
        else:
            differences.append((f"entry {key}", squeezed(mine.get(key, "")), squeezed(text)))
    for at, text in enumerate(theirs["citations"]):
        totals["citations"] += 1
        if squeezed(cited[at]) == squeezed(text):
            totals["same citations"] += 1
        else:
            differences.append((f"citation {at}", squeezed(cited[at]), squeezed(text)))
    return {"totals": totals, "differences": differences}


def squeezed(text):
    return " ".join(text.split(" ")).strip()


def report(totals, classes):
    for kind in ("entries", "citations"):
        total, same = totals[kind], totals[f"same {kind}"]
        print(f"{kind}: {same:,} of {total:,} the same, {100 * same / max(1, total):.2f} %")
    print(f"refs: {totals['seconds']:.1f} CPU seconds", dict(totals))
    print("most differences:", ", ".join(f"{name} {count}" for name, count in classes.most_common(25)))


if __name__ == "__main__":
    main()
