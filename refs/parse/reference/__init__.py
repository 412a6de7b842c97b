"""Free text in, items out."""

from refs.parse.reference.parsed import Parsed
from refs.parse.reference.read import parse_reference

__all__ = ["Parsed", "parse_reference"]
