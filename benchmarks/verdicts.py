"""What do link checkers say of the same hostile and honest pages?

    python benchmarks/verdicts.py --peers /path/to/venv --linkinator /path/to/node_modules/.bin/linkinator

Each tool gets a fresh server and one HTML file with all links. A tool is right when it passes a page that a reader
with a browser finds, and complains of one that no reader finds; what nobody can tell is not counted. A false alarm
is a page that is there and was called broken; a miss is one that is gone and was passed.
"""

import argparse
import csv
import html
import importlib.util
import io
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.parse import unquote

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))
from refs.check.checker import Checker  # noqa: E402 -- the root has to be found first
from refs.check.settings import Settings  # noqa: E402
from refs.model.link import Link  # noqa: E402

spec = importlib.util.spec_from_file_location("hostile_web", ROOT / "tests" / "check" / "server.py")
server = importlib.util.module_from_spec(spec)
sys.modules["hostile_web"] = server
spec.loader.exec_module(server)
CA = str(server.CERTIFICATES / "ca.pem")
CASES = [case for case in server.CASES if not case.past and case.there is not None]


def plain(url):
    return unquote(url).rstrip("/")


def ask_refs(urls, _file, _arguments):
    settings = Settings(
        allow_private=frozenset({"127.0.0.1"}),
        known_good=(),
        per_host=24,
        delay=0,
        timeout=3,
        retries=1,
        retry_delay=0.2,
        certificates=CA,
    )
    return {
        plain(check.url): check.verdict.is_good
        for check in Checker(None, settings).check([Link(url) for url in urls])
    }


def run(command, **environment):
    return subprocess.run(
        command, capture_output=True, text=True, timeout=400, env={**os.environ, **environment}, check=False
    )


def ask_lychee(_urls, file, arguments):
    lychee = f"{arguments.peers}/bin/lychee"
    done = run(
        [
            lychee,
            "--no-progress",
            "--include-fragments",
            "--timeout",
            "3",
            "--max-retries",
            "1",
            "--retry-wait-time",
            "1",
            "--format",
            "json",
            "--verbose",
            file,
        ],
        SSL_CERT_FILE=CA,
    )
    found = json.loads(done.stdout)
    results = {}
    for name, good in (
        ("success_map", True),
        ("redirect_map", True),
        ("error_map", False),
        ("timeout_map", False),
    ):
        for rows in found.get(name, {}).values():
            results |= {plain(row["url"]): good for row in rows if "url" in row}
    return results


def ask_linkchecker(_urls, file, arguments):
    config = Path(file).with_suffix(".ini")
    authority = config.with_suffix(".pem")
    authority.write_text(Path(CA).read_text())
    config.write_text(
        f"[checking]\nsslverify={authority}\ntimeout=3\nthreads=24\nmaxrequestspersecond=1000\nrobotstxt=0\n"
        "[filtering]\ncheckextern=1\n[AnchorCheck]\n"
    )
    done = run(
        [
            f"{arguments.peers}/bin/linkchecker",
            "-f",
            str(config),
            "-r1",
            "--check-extern",
            "--verbose",
            "--no-status",
            "-o",
            "csv",
            file,
        ]
    )
    lines = [line for line in done.stdout.splitlines() if not line.startswith("#")]
    rows = csv.DictReader(io.StringIO("\n".join(lines)), delimiter=";")
    return {
        plain(row["urlname"]): row["valid"] == "True" and "nchor" not in row["warningstring"] for row in rows
    }


def ask_linkinator(urls, file, arguments):
    done = run(
        [
            arguments.linkinator,
            file,
            "--format",
            "json",
            "--timeout",
            "3000",
            "--check-fragments",
            "--verbosity",
            "error",
        ],
        NODE_EXTRA_CA_CERTS=CA,
    )
    found = json.loads(done.stdout[done.stdout.index("{") :])
    broken = {plain(link["url"]): False for link in found["links"] if link["state"] == "BROKEN"}
    return {plain(url): True for url in urls} | broken


TOOLS = {"refs": ask_refs, "lychee": ask_lychee, "linkchecker": ask_linkchecker, "linkinator": ask_linkinator}


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--peers", default="peers")
    parser.add_argument("--linkinator", default="linkinator")
    parser.add_argument("--only", default="")
    parser.add_argument("--wrong", action="store_true", help="list what each tool gets wrong")
    arguments = parser.parse_args()
    print(
        f"{len(CASES)} links: {sum(case.there for case in CASES)} that a reader finds, {sum(not case.there for case in CASES)} that none does\n"
    )
    print("| tool | right | false alarms | misses | not said | seconds |\n|---|---:|---:|---:|---:|---:|")
    for name, ask in TOOLS.items():
        if arguments.only and arguments.only != name:
            continue
        web = server.Web()
        urls = {web.url(case): case for case in CASES}
        with tempfile.TemporaryDirectory() as folder:
            Path(folder).chmod(0o755)  # linkchecker gives up its rights when root starts it
            file = f"{folder}/links.html"
            links = "".join(f'<p><a href="{html.escape(url)}">x</a></p>' for url in urls)
            Path(file).write_text(
                f"<!doctype html><meta charset=utf-8><title>Links</title><body>{links}</body>"
            )
            began = time.perf_counter()
            try:
                said = ask(list(urls), file, arguments)
            except (OSError, ValueError, subprocess.TimeoutExpired) as error:
                print(f"| {name} | failed: {error!r} |")
                continue
            finally:
                web.close()
            seconds = time.perf_counter() - began
        told = {url: said.get(plain(url)) for url in urls}
        alarms = [case.name for url, case in urls.items() if told[url] is False and case.there]
        misses = [case.name for url, case in urls.items() if told[url] and not case.there]
        silent = [case.name for url, case in urls.items() if told[url] is None]
        right = len(urls) - len(alarms) - len(misses) - len(silent)
        print(
            f"| {name} | {right} of {len(urls)} | {len(alarms)} | {len(misses)} | {len(silent)} | {seconds:.0f} |",
            flush=True,
        )
        if arguments.wrong:
            print(f"alarms: {alarms}\nmisses: {misses}\nsilent: {silent}", file=sys.stderr)


if __name__ == "__main__":
    main()
