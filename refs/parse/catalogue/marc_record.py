"""One MARC record: its leader, and its fields with their subfields."""

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Field:
    """A field: its tag, its two indicators, and its subfields; a control field has a value alone."""

    tag: str
    marks: str = "  "
    parts: tuple[tuple[str, str], ...] = ()
    value: str = ""

    def all(self, codes: str) -> list[str]:
        """The subfields with one of these codes, in their order."""
        return [text for code, text in self.parts if code in codes and text]

    def first(self, codes: str) -> str:
        """The first subfield with one of these codes."""
        return next(iter(self.all(codes)), "")


@dataclass(frozen=True, slots=True)
class MarcRecord:
    """One record: its leader and its fields."""

    leader: str
    fields: tuple[Field, ...]

    def every(self, *tags: str) -> Iterator[Field]:
        """The fields with one of these tags, tag by tag."""
        for tag in tags:
            yield from (each for each in self.fields if each.tag == tag)

    def has(self, *tags: str) -> bool:
        """Whether there is a field with one of these tags."""
        return any(each.tag in tags for each in self.fields)

    def first(self, tag: str, codes: str) -> str:
        """The first subfield with one of these codes in the fields with this tag."""
        return next((text for each in self.every(tag) if (text := each.first(codes))), "")

    def control(self, tag: str) -> str:
        """The value of a control field."""
        return next((each.value for each in self.every(tag)), "")

    @property
    def is_unimarc(self) -> bool:
        """Whether the title stands where UNIMARC has it."""
        return self.has("200") and not self.has("245")
