"""Sections of a bibliography: which entries are in, by type and by the values of their fields."""

from collections.abc import Mapping, Sequence

from refs.render.work import Work

Section = Mapping[str, object]
"""``{"include": [{"field": "type", "value": "book"}], "exclude": […], "select": […], "quash": […]}``."""


def in_section(work: Work, section: Section) -> bool:
    """Whether an entry is in a section.

    `include`: any test holds; `select`: all hold; `exclude`: none holds; `quash`: all that hold put it out.
    """
    quash = _tests(section, "quash")
    if quash and all(_holds(work, test) for test in quash):
        return False
    if include := _tests(section, "include"):
        return any(_holds(work, test) for test in include)
    if select := _tests(section, "select"):
        return all(_holds(work, test) for test in select)
    return not any(_holds(work, test) for test in _tests(section, "exclude"))


def _tests(section: Section, name: str) -> Sequence[Mapping[str, str]]:
    found = section.get(name)
    return [each for each in found if isinstance(each, Mapping)] if isinstance(found, list) else []


def _holds(work: Work, test: Mapping[str, str]) -> bool:
    field, wanted = str(test.get("field", "")), str(test.get("value", ""))
    if field == "type":
        return work.type == wanted
    if field == "categories":
        found = work.item.custom.get("categories") or []
        return wanted in found
    return work.vars.get(field) == wanted if wanted else not work.has(field)
