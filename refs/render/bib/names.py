"""Names → a BibTeX list of names."""

import re
from collections.abc import Iterable

from refs.model.name import Name
from refs.render.bib.encode import encode

# what would cut a name in two
_CUTS = re.compile(r",|(?:^|\s)and(?:\s|$)", re.IGNORECASE)
_OTHERS = "others"


def render_names(names: Iterable[Name]) -> str:
    """The names with ``and`` between them."""
    return " and ".join(render_name(name) for name in names)


def render_name(name: Name) -> str:
    """``von Last, Jr, First``; an organisation stands in braces."""
    if name.literal is not None:
        return _OTHERS if name.literal == _OTHERS else f"{{{encode(name.literal)}}}"
    if not name.family:
        return f"{{{encode(name.given or '')}}}"
    particle = name.non_dropping_particle or name.dropping_particle
    family = _family(name.family, particle)
    if not name.given and not name.suffix:
        return family
    parts = [family, *([_part(name.suffix)] if name.suffix else []), _part(name.given or "{}")]
    return ", ".join(parts)


def _family(family: str, particle: str | None) -> str:
    if not particle:
        return f"{{{encode(family)}}}" if _needs_braces(family) else encode(family)
    if not all(_is_low(word) for word in particle.split()):
        return f"{{{encode(f'{particle} {family}')}}}"
    last = f"{{{encode(family)}}}" if _needs_braces(family) else encode(family)
    return f"{encode(particle)} {last}"


def _needs_braces(text: str) -> bool:
    """Whether BibTeX would cut the family name, or take its first word for a particle."""
    first, blank, _ = text.partition(" ")
    return _CUTS.search(text) is not None or (bool(blank) and _is_low(first)) or text.casefold() == _OTHERS


def _is_low(word: str) -> bool:
    return next((char.islower() for char in word if char.isalpha()), False)


def _part(text: str) -> str:
    if text == "{}":
        return text
    return f"{{{encode(text)}}}" if _CUTS.search(text) else encode(text)
