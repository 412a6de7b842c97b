"""Fields set by a person, from the words of a command line."""

import re
from collections.abc import Sequence
from typing import Any

from refs.errors import BadField, BadSetting
from refs.fetch.dates import date_of_text
from refs.model.date import Date, Parts
from refs.model.item import DATE_VARIABLES, NAME_VARIABLES, VARIABLES, ItemType
from refs.model.name import Name
from refs.parse.csl.csljson import read_date


def read_settings(settings: Sequence[str]) -> dict[str, Any]:
    """The values of ``field=value`` words, by the field's name in Item; an empty value clears; raises BadField.

    >>> read_settings(["publisher=NIH", "container-title="])
    {'publisher': 'NIH', 'container_title': None}
    """
    return dict(_read_setting(each) for each in settings)


def dates_in_words(settings: Sequence[str]) -> list[tuple[str, str]]:
    """The fields that are dates and are set to words, with the words: ``in press``, and what was meant for a date.

    >>> dates_in_words(["issued=2023-13-45", "accessed=2025-07-27"])
    [('issued', '2023-13-45')]
    """
    read = read_settings(settings)
    return [(name, str(date)) for name in DATE_VARIABLES if (date := read.get(name)) and not date.parts]


def _read_setting(text: str) -> tuple[str, Any]:
    name, equals, value = text.partition("=")
    field = name.strip().replace("-", "_")
    if not equals:
        raise BadSetting(text)
    if field not in {*VARIABLES, "type"}:
        raise BadField(name, VARIABLES)
    return field, _read_value(field, value.strip())


def _read_value(field: str, value: str) -> Any:
    if field == "type":
        if value not in set(ItemType):
            raise BadField(value, [str(each) for each in ItemType], "item type")
        return ItemType(value)
    if field in NAME_VARIABLES:
        return read_names(value)
    if not value:
        return None
    return _read_date(value) if field in DATE_VARIABLES else value


# 2023, 2023-05, 2023-05-13, 2020/2021
_ISO = re.compile(r"-?\d{4}(?:-\d\d?){0,2}(?:/(?:-?\d{4}(?:-\d\d?){0,2})?)?")
_LONGEST_DATE = 30


def _read_date(value: str) -> Date:
    """The date as ISO 8601 or as people write it (``May 13, 2023``); words where there is no such day."""
    if _ISO.fullmatch(value):
        read = read_date(value)
        return read if read and _is_whole(read, value) else Date(literal=value)
    found = date_of_text(value) if len(value) <= _LONGEST_DATE else None
    return found or read_date(value) or Date(literal=value)


def _is_whole(read: Date, value: str) -> bool:
    """Whether nothing of the text was dropped, and the days exist."""
    numbers = value.partition("/")[0].lstrip("-").count("-") + 1
    return len(read.parts) == numbers and _exists(read.parts) and _exists(read.end)


def _exists(parts: Parts) -> bool:
    return len(parts) < len(("year", "month", "day")) or Date(parts).to_day() is not None or parts[0] < 1


def read_names(text: str) -> tuple[Name, ...]:
    """The names of ``Basit, H.; Kahwaji, C. I.; {Mayo Clinic}``; braces make an organisation, as does no comma."""
    return tuple(_read_name(each.strip()) for each in text.split(";") if each.strip())


def _read_name(text: str) -> Name:
    family, comma, given = text.strip("{}").partition(",")
    if text.startswith("{") or not comma:
        return Name(literal=text.strip("{}"))
    return Name(family=family.strip(), given=given.strip() or None)
