"""The authors of PubMed records: people in parts, and groups."""

from collections.abc import Iterator

from lxml import etree

from refs.fetch.decode import words
from refs.fetch.markup import rich_of
from refs.model.initials import pointed, spelled
from refs.model.name import Name


def read_authors(listed: etree._Element | None) -> Iterator[Name]:
    """The Names of an AuthorList; a CollectiveName is an organisation, an author marked invalid is left out."""
    for author in () if listed is None else listed.iterfind("Author"):
        if author.get("ValidYN") == "N":
            continue
        group = rich_of(author.find("CollectiveName"))
        family, given = words(author, "LastName"), words(author, "ForeName") or words(author, "FirstName")
        if group:
            yield Name(literal=group.rstrip(". "))
        elif family:
            given = pointed(given) or spelled(words(author, "Initials") or "")
            yield Name(family=family, given=given or None, suffix=words(author, "Suffix"))
        elif given:
            yield Name(literal=given)
