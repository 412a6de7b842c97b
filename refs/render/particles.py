"""Particles and suffixes found inside family and given names (CSL 1.0.2, appendix "Particles")."""

import re
from dataclasses import replace
from functools import lru_cache

from refs.model.name import Name

# "van ", "d'", "al-", "’t " at the head of a family name
_LEADING = re.compile("([^ ]+(?:-|\u02bb|\u2019| |') *)(.+)$")
_PUNCTUATION = "-'\u02bb\u2019 "
# "John, Jr.", "John,! III"
_SUFFIX = re.compile(r"\s*,(!*)\s*")


@lru_cache(maxsize=8192)
def split_name(name: Name) -> Name:
    """The name with its particles and suffix in their fields."""
    family, given = name.family or "", name.given or ""
    if not family:
        return name
    if family[0] == '"' and family[-1] == '"' and len(family) > 2:
        return replace(name, family=family[1:-1])
    if not given or name.non_dropping_particle:
        return name
    changes: dict[str, object] = {}
    particle, rest = _leading(family)
    if particle:
        changes = {"non_dropping_particle": particle, "family": rest}
    given = _split_suffix(name, given, changes)
    dropping, rest = _trailing(given)
    if dropping and rest and not name.dropping_particle:
        changes |= {"dropping_particle": dropping, "given": rest}
    return replace(name, **changes) if changes else name  # type: ignore[arg-type]


def _leading(family: str) -> tuple[str, str]:
    at = 0
    while found := _LEADING.match(family, at):
        if not _is_small(found[1]):
            break
        at = found.end(1)
    head = family[:at]
    particle = head.strip()
    if head.endswith(" ") and particle[-1:] in ("'", "\u2019"):
        particle += " "
    return particle, family[at:]


def _is_small(word: str) -> bool:
    letter = word.lstrip(_PUNCTUATION)[:1]
    return bool(letter) and letter.upper() != letter


def _split_suffix(name: Name, given: str, changes: dict[str, object]) -> str:
    found = None if name.suffix else _SUFFIX.search(given)
    if found is None:
        return given
    suffix, given = given[found.end() :], given[: found.start()]
    changes["given"] = given
    if suffix.replace(".", "") == "et al" and not name.dropping_particle:
        changes["dropping_particle"] = suffix
    elif suffix:
        changes["suffix"] = suffix
        changes["comma_suffix"] = bool(found[1])
    return given


def _trailing(given: str) -> tuple[str, str]:
    words = given.split(" ")
    at = len(words)
    while at > 1 and words[at - 1] and _is_small(words[at - 1]):
        at -= 1
    return " ".join(words[at:]).strip(), " ".join(words[:at]).rstrip()
