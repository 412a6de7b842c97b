"""The tables of refs/data that a check consults, each read once."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from ipaddress import IPv4Network, IPv6Network, ip_network
from pkgutil import get_data
from typing import Any


@dataclass(frozen=True, slots=True)
class Wall:
    """One way a robot wall shows itself."""

    name: str
    status: frozenset[int]
    header: tuple[tuple[str, str], ...]
    title: tuple[str, ...]
    body: tuple[str, ...]
    text: tuple[str, ...]
    few: bool
    small: bool


@dataclass(frozen=True, slots=True)
class Soft404Table:
    """Words and paths of pages that are gone; `missing` finds "the … you asked for … is not there"."""

    titles: frozenset[str]
    vague_titles: frozenset[str]
    around_404: frozenset[str]
    sentences: tuple[str, ...]
    missing: re.Pattern[str]
    missing_signs: tuple[str, ...]
    broken: tuple[str, ...]
    languages: re.Pattern[str]
    error_paths: frozenset[str]
    vague_error_paths: frozenset[str]
    error_folders: frozenset[str]
    login_paths: frozenset[str]
    login_hosts: frozenset[str]
    search_paths: frozenset[str]
    search_keys: frozenset[str]
    page_keys: frozenset[str]
    home_paths: frozenset[str]


@dataclass(frozen=True, slots=True)
class ParkingTable:
    """Words, sources, name servers and networks of parked domains."""

    strong: tuple[str, ...]
    weak: tuple[str, ...]
    sources: tuple[str, ...]
    name_servers: tuple[str, ...]
    networks: tuple[IPv4Network | IPv6Network, ...]


@dataclass(frozen=True, slots=True)
class Quirk:
    """What is particular about one host."""

    name: str
    host: str
    pattern: re.Pattern[str] | None
    rewrite: str | None
    blocked: frozenset[int]
    marker: str | None
    fragments: bool
    scripted: bool


_SETS = (
    "titles",
    "vague_titles",
    "around_404",
    "error_paths",
    "vague_error_paths",
    "error_folders",
    "login_paths",
    "login_hosts",
    "search_paths",
    "search_keys",
    "page_keys",
    "home_paths",
)


@cache
def _walls() -> dict[str, Any]:
    return _read("walls.toml")


@cache
def walls() -> tuple[Wall, ...]:
    """The rows of walls.toml."""
    return tuple(_wall(row) for row in _walls()["wall"])


@cache
def wall_places() -> frozenset[str]:
    """The paths and the hosts that redirects to a robot wall end in."""
    return frozenset(_walls()["places"])


@cache
def soft404() -> Soft404Table:
    """The lists of soft404.toml."""
    data = _read("soft404.toml")
    sets = {name: frozenset(data[name]) for name in _SETS}
    return Soft404Table(
        **sets,
        sentences=tuple(data["sentences"]),
        missing=_missing(data),
        missing_signs=tuple(data["missing_signs"]),
        broken=tuple(data["broken"]),
        languages=re.compile(f"(?:{'|'.join(data['languages'])})(?:[-_][a-z]{{2}})?(?:/|$)"),
    )


def _missing(data: dict[str, list[str]]) -> re.Pattern[str]:
    """The document that you requested could not be found; die Seite existiert nicht."""
    things, asked, gone = ("|".join(data[name]) for name in ("things", "asked", "gone"))
    english = (
        rf"\b(?:(?:{things}) (?:that )?(?:{asked})|requested (?:{things}))\b[^.!?]{{0,60}}?\b(?:{gone})\b"
    )
    return re.compile("|".join((english, *data["elsewhere"])))


@cache
def parking() -> ParkingTable:
    """The lists of parking.toml."""
    data = _read("parking.toml")
    networks = tuple(ip_network(each) for each in data["networks"])
    words = {name: tuple(data[name]) for name in ("strong", "weak", "sources", "name_servers")}
    return ParkingTable(**words, networks=networks)


@cache
def quirks() -> dict[str, tuple[Quirk, ...]]:
    """The rows of quirks.toml by host."""
    found: dict[str, tuple[Quirk, ...]] = {}
    for row in _read("quirks.toml")["quirk"]:
        found[row["host"]] = (*found.get(row["host"], ()), _quirk(row))
    return found


def _read(name: str) -> dict[str, Any]:
    data = get_data("refs.data", name) or b""  # importlib.resources would take six times as long to load
    return tomllib.loads(data.decode("utf-8"))


def _wall(row: dict[str, Any]) -> Wall:
    return Wall(
        row["name"],
        frozenset(row.get("status", ())),
        tuple(row.get("header", {}).items()),
        tuple(row.get("title", ())),
        tuple(row.get("body", ())),
        tuple(row.get("text", ())),
        row.get("few", False),
        row.get("small", False),
    )


def _quirk(row: dict[str, Any]) -> Quirk:
    return Quirk(
        row["name"],
        row["host"],
        re.compile(row["pattern"]) if "pattern" in row else None,
        row.get("rewrite"),
        frozenset(row.get("blocked", ())),
        row.get("marker"),
        row.get("fragments", True),
        row.get("scripted", False),
    )
