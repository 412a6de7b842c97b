"""What stands in and after references without being part of them: running heads, page numbers, link-outs."""

import re

_JUNK = re.compile(
    r"(?:page \d{1,4}(?: of \d{1,4})?|\d{1,4} ?/ ?\d{1,4}|-\s?\d{1,3}\s?-|author manuscript|continued"
    r"|\S)$",
    re.IGNORECASE,
)
# View at Publisher · View at Google Scholar · View at Scopus | [CrossRef] [PubMed] | FREE Full Text
_LINK_OUT = (
    r"(?:View (?:at|in|on) (?:Publisher|Google Scholar|Scopus|PubMed|Article|Web of Science)|Google Scholar|Cross ?Ref|Web of Science"
    r"|Medline|PubMed(?: Central)?|FREE Full Text|Full Text|Abstract(?:/FREE Full Text)?|Scopus|ADS|CAS|Article|ISI|Download|Zentralblatt MATH"
    r"|Ref ?List|External Resources|Publisher(?: Site)?|Free PMC article)"
)
_TAIL = re.compile(rf"(?:(?<=[.\d)\]/;])\s|^)[\s·|,;\[(]*(?:{_LINK_OUT}[\s·|,;\]\[)(]*){{1,8}}\.?$")
_RETURN = re.compile(
    r"\s*(?:[↩↑⤴^][\ufe0e\ufe0f]?\s*\d{0,2}\s*(?:[a-z]\b\s*)*|\[?(?:back|return)(?: to (?:text|top|article))?\]?)+$",
    re.IGNORECASE,
)


def is_junk(line: str) -> bool:
    """Whether a line is a page number, a running head or a letter of a margin text."""
    return bool(_JUNK.match(line))


def link_out_start(text: str) -> int:
    """Where the link-outs and return arrows after a reference begin; the length when there are none."""
    end = len(text)
    arrow = _RETURN.search(text, max(0, end - 40))
    if arrow:
        end = arrow.start()
    tail = _TAIL.search(text[:end], max(0, end - 160))
    return tail.start() if tail and tail.start() > 20 else end
