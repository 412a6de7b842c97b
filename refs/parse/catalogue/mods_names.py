"""The names of a MODS record → Names."""

from lxml import etree

from refs.model.name import OTHERS, Name
from refs.parse.people import read_person_in_order, without_life
from refs.parse.tree import text_of


def is_plain(element: etree._Element) -> bool:
    """Whether a name has no role, or only that of a creator."""
    return all(
        text_of(each).casefold().rstrip(".") in {"creator", "cre", ""} for each in element.iterfind("role/*")
    )


def read_name(element: etree._Element) -> Name | None:
    """The Name of a ``name``: in parts, or as one text; ``etal`` stands for those who are not named."""
    if element.find("etal") is not None:
        return Name(literal=OTHERS)
    parts: dict[str, list[str]] = {}
    for part in element.iterfind("namePart"):
        parts.setdefault(part.get("type") or "", []).append(text_of(part))
    family, given = " ".join(parts.get("family", [])), " ".join(parts.get("given", []))
    if family or given:
        return Name(family or None, given or None, suffix=_suffix(parts))
    whole = " ".join(parts.get("", [])).strip().rstrip(",") or text_of(element.find("displayForm"))
    if element.get("type") == "personal":
        return read_person_in_order(without_life(whole))
    return Name(literal=whole) if whole else None


def _suffix(parts: dict[str, list[str]]) -> str | None:
    """Terms of address, unless they are the years of a life."""
    return " ".join(each for each in parts.get("termsOfAddress", []) if not each[:1].isdecimal()) or None
