"""What ERIC, a database of education, writes in its MEDLINE files that PubMed does not."""

import re

from refs.model.serial import number_kind
from refs.parse.tagged.lines import Record

# EISSN-1234-5679, ISBN-978-0-12-345678-6: which it is stands in front
_NUMBER = re.compile(r"(E?ISSN|ISBN)-(?=\d)")
# Ph.D. Dissertation, Example University
_UNIVERSITY = re.compile(r",\s*([^,]*\b(?:University|College|Institute|School)\b[^,]*)")


def is_document(record: Record) -> bool:
    """Whether it is one of ERIC's own documents (ED…), which are in no journal."""
    return (
        record.first("OWN") == "ERIC"
        and record.first("OID").startswith("ED")
        and not any(tag == "PT" and value == "Journal Articles" for tag, value in record.lines)
    )


def read_number(text: str) -> tuple[str, str]:
    """The variable of a number and the number.

    >>> read_number("EISSN-1234-5679")
    ('ISSN', '1234-5679')
    """
    bare = _NUMBER.sub("", text)
    return number_kind(bare, "ISSN"), bare


def university_of(source: str) -> str | None:
    """Where a thesis was written, by the words of SO.

    >>> university_of("Ph.D. Dissertation, Example University, 2001")
    'Example University'
    """
    found = _UNIVERSITY.search(source)
    return found[1].strip() if found else None
