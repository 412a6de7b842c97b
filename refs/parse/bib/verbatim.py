"""What a machine reads in a BibTeX entry: addresses, DOIs and the identifiers of archives, without their LaTeX."""

import re
from collections.abc import Mapping

from refs.model.identifier import Identifier, Scheme, parse_identifier
from refs.parse.bib.remarks import URL
from refs.parse.identity import bare_doi

# \_, \~{}, {\textasciitilde}, $\sim$, {\_}, {$<$}
_ESCAPED = re.compile(
    r"\\~\{\}|\{?\$\\(?:sim|tilde)\$\}?|\{?\\(?:textasciitilde|textunderscore)(?:\s|\{\})*\}?"
    r"|\{?\\([%&_#$~{}])\}?|\{?\$([<>_~])\$\}?"
)
# arXiv preprint arXiv:1406.2661
_ARXIV = re.compile(r"\barXiv:\s?(\d{4}\.\d{4,5}(?:v\d+)?)")


def read_verbatim(name: str, value: str) -> str:
    """The text of a field that a machine reads; of a DOI, what stands behind its resolver."""
    found = URL.search(value) if "\\url" in value or "\\href" in value else None
    text = unescape(found[1] or found[2] if found else value)
    return bare_doi(text) if name == "doi" else text


def unescape(text: str) -> str:
    r"""An address or identifier without what LaTeX needs to print it.

    >>> unescape(r"https://example.org/{\textasciitilde}me/a\_b"), unescape(r"10.1000/1{$<$}2")
    ('https://example.org/~me/a_b', '10.1000/1<2')
    >>> unescape("<https://example.org/a>"), unescape("<Go to ISI>://0001")
    ('https://example.org/a', '<Go to ISI>://0001')
    """
    text = " ".join(text.split())
    text = text[1:-1] if text[:1] == "<" and text[-1:] == ">" else text
    if "\\" in text or "{" in text or "$" in text:
        text = _ESCAPED.sub(_unescaped, text)
        text = text.replace("{", "").replace("}", "") if "\\" not in text else text
    return text


def _unescaped(found: re.Match[str]) -> str:
    return found[1] or found[2] or ("_" if "underscore" in found[0] else "~")


def archive_of(fields: Mapping[str, str]) -> str:
    """The archive that an eprint stands in, in lower case."""
    return (fields.get("eprinttype") or fields.get("archiveprefix") or "").strip().lower()


def read_eprint(fields: Mapping[str, str], container: str) -> tuple[Identifier, ...]:
    """The arXiv identifier of an entry, from its eprint or from what it calls its journal."""
    eprint = fields.get("eprint", "").strip()
    if not eprint and (found := _ARXIV.search(container)):
        eprint = found[1]
    if not eprint or archive_of(fields) not in {"", "arxiv"}:
        return ()
    identifier = parse_identifier(f"arxiv:{eprint.removeprefix('arXiv:').removeprefix('arxiv:')}")
    return (identifier,) if identifier is not None and identifier.scheme is Scheme.ARXIV else ()
