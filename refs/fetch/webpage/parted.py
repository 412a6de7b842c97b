"""The authors of a page that marks up their given and family names apart, as journals do."""

import re
from collections.abc import Iterator
from itertools import islice

from lxml import etree

from refs.fetch.decode import words
from refs.fetch.people import person
from refs.fetch.webpage.page import Page
from refs.model.name import Name

_GIVEN = re.compile(r"(?:^|\s)given-?names?(?:\s|$)", re.IGNORECASE)
_FAMILY = re.compile(r"(?:^|\s)(?:surname|family-?name|last-?name)(?:\s|$)", re.IGNORECASE)
# reference-list, bib-item, comment-author
_OTHERS = re.compile(r"(?:^|[\s_-])(?:references?|bib\w*|cit(?:ation|ed)?|comments?|related|editors?|reviewers?)(?:$|[\s_-])", re.IGNORECASE)  # fmt: skip
_STEPS = 8


def names_in_parts(page: Page) -> tuple[Name, ...]:
    """The names whose given part stands right before the family one, but for those of references and comments."""
    return tuple(dict.fromkeys(filter(None, _pairs(page.root))))


def _pairs(root: etree._Element) -> Iterator[Name | None]:
    for given in root.iter("span"):
        family = given.getnext() if _GIVEN.search(given.get("class") or "") else None
        if family is not None and _FAMILY.search(family.get("class") or "") and not _is_others(given):
            yield person(words(family), words(given))


def _is_others(node: etree._Element) -> bool:
    """Whether a name stands in a list of references or in a comment."""
    above = islice(node.iterancestors(), _STEPS)
    return any(_OTHERS.search(f"{each.get('class') or ''} {each.get('id') or ''}") for each in above)
