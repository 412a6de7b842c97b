"""Elements with another look: without periods, in Turkish case, or bare."""

from collections.abc import Callable
from dataclasses import replace

from refs.model.look import PLAIN, Look
from refs.model.style import Date, Element, EtAl, Group, Label, Names, Number, Text
from refs.render.textcase import CASES, TURKISH

_ADDRESSES = ("URL", "DOI")


def stripped(element: Element) -> Element:
    """The element as it stands inside a macro of which the periods are stripped."""
    if isinstance(element, Text) and element.variable in _ADDRESSES:
        return element
    if isinstance(element, Names) and element.name is not None:
        et_al = element.et_al or EtAl()
        element = replace(element, et_al=replace(et_al, look=_stripped(et_al.look)))
    return relooked(element, _stripped)


def _stripped(look: Look) -> Look:
    return replace(look, strip_periods=True)


def turkish(element: Element) -> Element:
    """The element with the Turkish pair of its text case."""
    return relooked(element, _in_turkish)


def _in_turkish(look: Look) -> Look:
    case = look.text_case
    return replace(look, text_case=case + TURKISH) if case and case + TURKISH in CASES else look


def undressed(element: Element) -> Element:
    """The element as it stands in a sort key that is made of dates alone."""
    if isinstance(element, Group):
        return replace(element, look=PLAIN, delimiter="")
    return replace(element, look=PLAIN) if isinstance(element, Text) else element


def relooked(element: Element, change: Callable[[Look], Look]) -> Element:
    """The element with another look, and so its name parts and its label."""
    if isinstance(element, Text | Number | Date | Label):
        return replace(element, look=change(element.look))
    if isinstance(element, Names) and element.name is not None:
        name, label = element.name, element.label
        name = replace(name, family=change(name.family), given=change(name.given))
        return replace(element, name=name, label=replace(label, look=change(label.look)) if label else None)
    return element
