"""What styles and locales share: looks and date parts."""

from refs.model.look import PLAIN, DatePart, Look
from refs.parse.csl.tree import Node

_LOOK = {
    "prefix": "prefix",
    "suffix": "suffix",
    "font-style": "font_style",
    "font-variant": "font_variant",
    "font-weight": "font_weight",
    "text-decoration": "text_decoration",
    "vertical-align": "vertical_align",
    "text-case": "text_case",
    "display": "display",
}


def read_look(node: Node) -> Look:
    """The affixes, formatting, quotes, text-case, strip-periods and display of an element."""
    attributes = node.attributes
    values = {field: attributes[name] for name, field in _LOOK.items() if name in attributes}
    quotes, strip = attributes.get("quotes") == "true", attributes.get("strip-periods") == "true"
    if not (values or quotes or strip):
        return PLAIN
    return Look(**values, quotes=quotes, strip_periods=strip)


def read_date_part(node: Node) -> DatePart:
    """cs:date-part."""
    return DatePart(
        name=node.get("name"),
        form=node.get("form") or None,
        range_delimiter=node.attributes.get("range-delimiter"),
        look=read_look(node),
    )
