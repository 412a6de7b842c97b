"""Particles and suffixes found inside family and given names."""

import re
from dataclasses import replace
from functools import lru_cache

from refs.model.name import Name

# de la, von der, d', al-, van 't
_LEADING = re.compile(
    r"((?:(?:[a-zà-öø-ÿ][\w’'`ʻ.-]*[ \u00a0])+|(?:[a-zà-öø-ÿ]{1,3}[’'`ʻ])|(?:[a-z]{2}-(?=[A-ZÀ-Þ])))"
    r"(?:[a-zà-öø-ÿ]{1,3}[’'`ʻ]|[a-z]{2}-(?=[A-ZÀ-Þ]))?)(?=\S)"
)
_TRAILING = re.compile(r"(?:^|(?<=[ \u00a0]))((?:[a-zà-öø-ÿ][\w’'`ʻ.-]*[ \u00a0]*)+)$")
_SUFFIX = re.compile(r"\s*,(!?)\s*(.+)$")


@lru_cache(maxsize=8192)
def split_name(name: Name) -> Name:
    """The name with its particles in their fields."""
    family, given = name.family or "", name.given or ""
    if not family:
        return name
    if family[0] == '"' and family[-1] == '"' and len(family) > 2:
        return replace(name, family=family[1:-1])
    changes: dict[str, object] = {}
    if given and not name.non_dropping_particle and (found := _LEADING.match(family)):
        changes["non_dropping_particle"] = found[1].rstrip()
        changes["family"] = family[found.end() :]
        if found[1][-1] in "’'`ʻ-":
            changes["non_dropping_particle"] = found[1]
    if not name.suffix and (found := _SUFFIX.search(given)):
        changes["suffix"] = found[2]
        changes["comma_suffix"] = bool(found[1])
        given = given[: found.start()]
        changes["given"] = given
    if not name.dropping_particle and (found := _TRAILING.search(given)) and found.start():
        changes["dropping_particle"] = found[1].strip()
        changes["given"] = given[: found.start()].rstrip()
    return replace(name, **changes) if changes else name  # type: ignore[arg-type]
