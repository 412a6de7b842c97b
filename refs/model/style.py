"""Style: a CSL style as plain data, in CSL's own words (CSL 1.0.2 specification).

The classes leave out comparison and repr, which nothing needs and which every start of the program would pay for.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Self

from refs.model.locale import Locale
from refs.model.look import PLAIN, DatePart, Look


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class NameOptions:
    """The name attributes that are inherited from style, citation, bibliography and names (None: not set)."""

    and_: str | None = None
    delimiter: str | None = None
    delimiter_precedes_et_al: str | None = None
    delimiter_precedes_last: str | None = None
    et_al_min: int | None = None
    et_al_use_first: int | None = None
    et_al_subsequent_min: int | None = None
    et_al_subsequent_use_first: int | None = None
    et_al_use_last: bool | None = None
    form: str | None = None
    initialize: bool | None = None
    initialize_with: str | None = None
    name_as_sort_order: str | None = None
    sort_separator: str | None = None
    names_delimiter: str | None = None

    def over(self, base: Self) -> Self:
        """These options, completed from `base` where they are not set."""
        merged = {each: getattr(self, each) for each in _NAME_OPTIONS}
        return type(self)(
            **{each: getattr(base, each) if value is None else value for each, value in merged.items()}
        )


_NAME_OPTIONS = tuple(each.name for each in fields(NameOptions))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Text:
    """cs:text; exactly one of variable, macro, term and value is set."""

    variable: str | None = None
    macro: str | None = None
    term: str | None = None
    value: str | None = None
    form: str = "long"
    plural: bool = False
    look: Look = PLAIN


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Number:
    """cs:number."""

    variable: str
    form: str = "numeric"
    look: Look = PLAIN


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Label:
    """cs:label; without a variable inside cs:names."""

    variable: str = ""
    form: str = "long"
    plural: str = "contextual"
    look: Look = PLAIN


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Date:
    """cs:date; `form` is set for a localized date, whose parts come from the locale."""

    variable: str
    form: str | None = None
    date_parts: str = "year-month-day"
    delimiter: str = ""
    parts: tuple[DatePart, ...] = ()
    look: Look = PLAIN


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Name:
    """cs:name with its two possible cs:name-part."""

    options: NameOptions = NameOptions()
    family: Look = PLAIN
    given: Look = PLAIN
    look: Look = PLAIN


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class EtAl:
    """cs:et-al."""

    term: str = "et-al"
    look: Look = PLAIN


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Names:
    """cs:names; None stands for a child that is not there."""

    variables: tuple[str, ...]
    delimiter: str | None = None
    options: NameOptions = NameOptions()
    name: Name | None = None
    et_al: EtAl | None = None
    label: Label | None = None
    label_first: bool = False
    substitute: "tuple[Element, ...]" = ()
    look: Look = PLAIN


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Group:
    """cs:group."""

    children: "tuple[Element, ...]" = ()
    delimiter: str = ""
    look: Look = PLAIN


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Condition:
    """One test of a branch: an attribute of cs:if and one of its values."""

    test: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Branch:
    """cs:if, cs:else-if or cs:else (which has no conditions)."""

    conditions: tuple[Condition, ...] = ()
    match: str = "all"
    children: "tuple[Element, ...]" = ()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Choose:
    """cs:choose."""

    branches: tuple[Branch, ...] = ()


Element = Text | Number | Label | Date | Names | Group | Choose


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Key:
    """cs:key of cs:sort; variable or macro is set."""

    variable: str | None = None
    macro: str | None = None
    descending: bool = False
    options: NameOptions = NameOptions()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Layout:
    """cs:layout."""

    children: tuple[Element, ...] = ()
    delimiter: str = ""
    look: Look = PLAIN


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class CitationPart:
    """cs:citation: its options, sort keys and layout."""

    layout: Layout = Layout()
    sort: tuple[Key, ...] = ()
    options: NameOptions = NameOptions()
    collapse: str | None = None
    cite_group_delimiter: str | None = None
    after_collapse_delimiter: str | None = None
    year_suffix_delimiter: str | None = None
    near_note_distance: int = 5
    disambiguate_add_names: bool = False
    disambiguate_add_givenname: bool = False
    disambiguate_add_year_suffix: bool = False
    givenname_disambiguation_rule: str = "by-cite"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class BibliographyPart:
    """cs:bibliography: its options, sort keys and layout."""

    layout: Layout = Layout()
    sort: tuple[Key, ...] = ()
    options: NameOptions = NameOptions()
    hanging_indent: bool = False
    second_field_align: str | None = None
    line_spacing: int = 1
    entry_spacing: int = 1
    subsequent_author_substitute: str | None = None
    subsequent_author_substitute_rule: str = "complete-all"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class StyleInfo:
    """cs:info, as far as a program asks for it."""

    id: str = ""
    title: str = ""
    short_title: str = ""
    parent: str | None = None
    citation_format: str | None = None
    fields: tuple[str, ...] = ()
    updated: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Style:
    """A CSL style, ready to be rendered with; two styles are equal when they are the same object."""

    info: StyleInfo = StyleInfo()
    class_: str = "in-text"
    default_locale: str | None = None
    locales: tuple[Locale, ...] = ()
    macros: Mapping[str, tuple[Element, ...]] = field(default_factory=dict)
    citation: CitationPart = CitationPart()
    bibliography: BibliographyPart | None = None
    options: NameOptions = NameOptions()
    initialize_with_hyphen: bool = True
    page_range_format: str | None = None
    demote_non_dropping_particle: str = "display-and-sort"

    @property
    def is_note(self) -> bool:
        """Whether citations stand in footnotes."""
        return self.class_ == "note"
