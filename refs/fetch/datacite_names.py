"""The names in DataCite's records: creators and contributors."""

from collections.abc import Mapping
from typing import Any

from refs.fetch.decode import as_dict, as_list, as_text
from refs.fetch.draft import Draft
from refs.fetch.markup import rich
from refs.fetch.people import name_of, organisation, person
from refs.model.name import Name

_PLACEHOLDERS = {
    "",
    "(:unav)",
    ":unav",
    "unknown",
    "(:unkn)",
    ":unkn",
    "none",
    "n.a.",
    "not available",
    "unpublished",
}
"""What stands where nothing is known."""

_ROLES = {"editor": "editor", "producer": "producer", "translator": "translator"}
"""A kind of contributor and the name variable; the others are contributors."""


def read_name(creator: object) -> Name | None:
    """A creator; the given and family names count, whatever an old record calls its kind."""
    fields = as_dict(creator)
    family, given = as_text(fields.get("familyName")), as_text(fields.get("givenName"))
    name = real(rich(as_text(fields.get("name"))))
    if fields.get("nameType") == "Organizational":
        return organisation(name)
    if family:
        return person(family, given)
    if name and fields.get("nameType") == "Personal":
        return name_of(name, may_be_organisation=False)
    return name_of(name) if name and "," in name and ";" not in name else organisation(name)


def real(text: str | None) -> str | None:
    """The text, unless it says that there is none."""
    return text if text and text.casefold() not in _PLACEHOLDERS else None


def read_contributors(record: Mapping[str, Any], draft: Draft) -> None:
    """Editors, producers and translators by name, everybody else as a contributor, each once."""
    found: dict[str, list[Name]] = {}
    for each in map(as_dict, as_list(record.get("contributors"))):
        role = _ROLES.get((as_text(each.get("contributorType")) or "").lower(), "contributor")
        name = read_name(each)
        if name is not None and name not in found.setdefault(role, []):
            found[role].append(name)
    for role, names in found.items():
        draft.names(role, names, "contributors")
