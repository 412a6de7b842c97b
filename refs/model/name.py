"""Name: a person (family, given, particles, suffix) or an organisation (literal)."""

from dataclasses import dataclass

OTHERS = "others"
"""The literal of the mark for those who are not named."""


@dataclass(frozen=True, slots=True)
class Name:
    """One name, with the parts that CSL-JSON gives a name (CSL 1.0.2, "Names").

    An organisation has a `literal` and nothing else. The literal "others" at the end of a list stands for those who
    are not named, BibTeX's ``and others``: it is written as "et al.".
    """

    family: str | None = None
    given: str | None = None
    suffix: str | None = None
    dropping_particle: str | None = None
    non_dropping_particle: str | None = None
    literal: str | None = None
    comma_suffix: bool = False
    static_ordering: bool = False

    @property
    def is_organisation(self) -> bool:
        """Whether the name is one unsplit string."""
        return self.literal is not None

    @property
    def is_others(self) -> bool:
        """Whether it stands for those who are not named."""
        return self.literal == OTHERS

    @property
    def key(self) -> str:
        """What two spellings of one name share: family name or literal, lower case."""
        return (self.literal or self.family or self.given or "").casefold()

    def __str__(self) -> str:
        if self.literal is not None:
            return self.literal
        parts = (self.given, self.dropping_particle, self.non_dropping_particle, self.family)
        words = " ".join(part for part in parts if part)
        return f"{words}, {self.suffix}" if self.suffix else words
