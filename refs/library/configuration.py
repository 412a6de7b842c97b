"""Configuration: ``refs.toml`` beside the library says how this house cites, names its items and treats hosts.

    contact = "editor@clinic.example"           # told to the services that ask for one
    style = "american-medical-association"      # what bib, cite, build and restyle use
    locale = "en-GB"
    keys = "{author}{year}{word}"               # how new items are called
    stale = "2y"                                # retrieval dates older than this are reported
    delay = 0.2                                 # seconds between two requests to one host
    known_good = ["https://intranet.example/"]  # pages that answer as long as there is a network; [] asks none
    allow = ["intranet.example"]                # hosts that may be asked although their address is private

    [hosts."mayoclinic.org"]                    # the same for a host and those under it
    stale = "1y"
    delay = 2.0
    connections = 1

What the command line or the environment says counts more.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, Any

from refs.errors import BadConfiguration, reason_of
from refs.store.keys import PATTERN, check_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

FILE_NAME = "refs.toml"
_LARGEST = 1024 * 1024


@dataclass(frozen=True, slots=True)
class HostConfiguration:
    """How one host and those under it are treated; None where nothing is said."""

    stale: str | None = None
    delay: float | None = None
    connections: int | None = None


@dataclass(frozen=True, slots=True)
class Configuration:
    """What the house wants; the defaults are those of a house that wrote no file."""

    contact: str | None = None
    style: str = "apa"
    locale: str | None = None
    keys: str = PATTERN
    stale: str = "2y"
    delay: float | None = None
    known_good: list[str] | None = None
    allow: list[str] = field(default_factory=list)
    hosts: Mapping[str, HostConfiguration] = field(default_factory=dict)


_KINDS: dict[str, tuple[type, ...]] = {
    "contact": (str,),
    "style": (str,),
    "locale": (str,),
    "keys": (str,),
    "stale": (str,),
    "delay": (int, float),
    "connections": (int,),
    "known_good": (list,),
    "allow": (list,),
    "hosts": (dict,),
}
_WORDS = {str: "a text in quotes", int: "a number", float: "a number", list: "a list", dict: "a table"}


def read_configuration(folder: Path) -> Configuration:
    """The configuration beside the library of a folder, or the defaults; raises BadConfiguration."""
    path = folder / FILE_NAME
    try:
        with path.open("rb") as file:
            data = file.read(_LARGEST)
    except FileNotFoundError:
        return Configuration()
    except OSError as error:
        raise BadConfiguration(path, reason_of(error)) from error
    return _Reader(path).read(data)


class _Reader:
    """Reads one file, whose path stands in the errors."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def read(self, data: bytes) -> Configuration:
        import tomllib  # noqa: PLC0415  # most libraries have no configuration

        try:
            found = tomllib.loads(data.decode())
        except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
            raise BadConfiguration(self.path, f"it is no TOML: {error}") from error
        values = self.checked(found, Configuration, "")
        check_pattern(values.get("keys", PATTERN))
        return Configuration(**{**values, "hosts": dict(self.hosts(values.get("hosts", {})))})

    def hosts(self, tables: Mapping[str, Any]) -> Iterator[tuple[str, HostConfiguration]]:
        for name, table in tables.items():
            if not isinstance(table, dict):
                raise BadConfiguration(self.path, f"hosts.{name} must be {_WORDS[dict]}")
            yield name.lower(), HostConfiguration(**self.checked(table, HostConfiguration, f"hosts.{name}."))

    def checked(
        self, found: Mapping[str, Any], form: type[Configuration | HostConfiguration], where: str
    ) -> dict[str, Any]:
        """The settings, when each is one that the form has and of its kind."""
        known = [each.name for each in fields(form)]
        for name, value in found.items():
            if name not in known:
                raise BadConfiguration(self.path, f"no setting is called '{where}{name}'", name, known)
            kinds = _KINDS[name]
            if not isinstance(value, kinds) or isinstance(value, bool):
                raise BadConfiguration(self.path, f"{where}{name} must be {_WORDS[kinds[0]]}")
            if isinstance(value, int | float) and not 0 <= value <= 86_400:
                raise BadConfiguration(self.path, f"{where}{name} must be between 0 and 86400")
        return dict(found)
