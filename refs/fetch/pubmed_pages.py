"""The pages of PubMed's records, with their second number in full."""

from lxml import etree

from refs.fetch.decode import words
from refs.model.nbib import article_number
from refs.model.pages import full_pages


def read_pages(node: etree._Element | None) -> str | None:
    """The pages under a node's ``Pagination``, or the number of an article that has none."""
    pages = (words(node, "Pagination/StartPage"), words(node, "Pagination/EndPage"))
    told = words(node, "Pagination/MedlinePgn") or "-".join(dict.fromkeys(filter(None, pages)))
    return full_pages(told) or article_number(words(node, "ELocationID[@EIdType='pii']") or "")
