"""The known-host table: names, types and rules of the sites that health writers cite."""

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Host:
    """What is known of a site: its name, its author where one stands for all pages, who publishes it, what dates it.

    `titled_by_head` is true where the heading is a topic that several pages share.
    """

    host: str
    site: str
    author: str | None = None
    publisher: str | None = None
    people: bool = True
    dated_by_change: bool = False
    titled_by_head: bool = False


def host_of(host: str, path: str = "") -> Host | None:
    """The row of a host, or of a folder of it, or of the nearest domain above it."""
    parts = host.lower().removeprefix("www.").split(".")
    for start in range(len(parts) - 1):
        name = ".".join(parts[start:])
        row = _table().get(f"{name}/{path.partition('/')[0]}") or _table().get(name)
        if row is not None:
            return row
    return None


@cache
def _table() -> dict[str, Host]:
    text = files("refs.data").joinpath("hosts.tsv").read_text("utf-8")
    lines = (line for line in text.splitlines() if line and not line.startswith("#"))
    return {row["host"]: _host(row) for row in csv.DictReader(lines, delimiter="\t")}


def _host(row: dict[str, str]) -> Host:
    return Host(
        row["host"],
        row["site"],
        row["author"] or None,
        row["publisher"] or None,
        people=row["people"] != "no",
        dated_by_change=row["date"] == "modified",
        titled_by_head=row["title"] == "head",
    )
