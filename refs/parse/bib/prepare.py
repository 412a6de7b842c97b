"""A BibTeX text made ready for a parser that is stricter than BibTeX: entries commented out, and heads with blanks."""

import re

from refs.model.bibtex import TYPES

# % @article{doe,
_COMMENTED = re.compile(r"^([ \t]*%[^\n@]{0,200})@(?=\w{1,40}\s{0,20}[{(])", re.MULTILINE)
# @ article {doe,  and  @article⏎{⏎doe,
_SPACED = re.compile(
    r"^([ \t]*)@(?=\s|\w{3,40}\s{0,20}\n)(\s{0,20})([A-Za-z_]{3,40})(\s{0,20})([{(])", re.MULTILINE
)
_KNOWN = TYPES.keys() | {"string", "preamble", "comment", "xdata", "set"}


def prepare(text: str) -> str:
    """The text with as many lines, in which what stands behind ``%`` begins no entry, and an ``@`` has no blanks.

    >>> prepare("% @book{a, title={A}}")
    '%  book{a, title={A}}'
    """
    if "%" in text:
        text = _COMMENTED.sub(r"\1 ", text)
    return _SPACED.sub(_closed_up, text)


def _closed_up(found: re.Match[str]) -> str:
    indent, before, name, after, opening = found.groups()
    if name.lower() not in _KNOWN:
        return found[0]
    return f"{indent}@{name}{opening}" + "\n" * (before + after).count("\n")
