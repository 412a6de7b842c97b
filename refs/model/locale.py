"""Locale: terms, date formats and options of one language (CSL 1.0.2, "Locale")."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from refs.model.look import DatePart

TermKey = tuple[str, str, str]
"""(name, form, gender form): ``("page", "short", "")``."""

_FORM_FALLBACK = {"symbol": "short", "verb-short": "verb", "short": "long", "verb": "long", "static": "long"}


@dataclass(frozen=True, slots=True)
class Term:
    """A term: its two numbers, the gender of its noun, and for ordinals what they match."""

    single: str
    multiple: str
    gender: str | None = None
    match: str | None = None


@dataclass(frozen=True, slots=True)
class DateFormat:
    """cs:date of a locale."""

    parts: tuple[DatePart, ...] = ()
    delimiter: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Locale:
    """The words of one language; a None option is not set.

    `found` is False when nothing is known of the language and the words are those of en-US.
    """

    lang: str | None = None
    terms: Mapping[TermKey, Term] = field(default_factory=dict)
    dates: Mapping[str, DateFormat] = field(default_factory=dict)
    limit_day_ordinals_to_day_1: bool | None = None
    punctuation_in_quote: bool | None = None
    found: bool = True

    def over(self, base: "Locale") -> "Locale":
        """This locale completed from `base`; its ordinals replace those of `base` altogether."""
        terms = dict(base.terms)
        if any(_is_ordinal(name) for name, _, _ in self.terms):
            terms = {key: term for key, term in terms.items() if not _is_ordinal(key[0])}
        terms.update(self.terms)
        return replace(
            self,
            terms=terms,
            dates={**base.dates, **self.dates},
            limit_day_ordinals_to_day_1=_first(
                self.limit_day_ordinals_to_day_1, base.limit_day_ordinals_to_day_1
            ),
            punctuation_in_quote=_first(self.punctuation_in_quote, base.punctuation_in_quote),
        )

    def find_term(self, name: str, form: str = "long", gender: str = "") -> Term | None:
        """The term in this form, or in the form it falls back to (CSL 1.0.2, "Terms")."""
        wanted: str | None = form
        while wanted is not None:
            term = self.terms.get((name, wanted, gender))
            if term is not None:
                return term
            wanted = _FORM_FALLBACK.get(wanted)
        return self.find_term(name, form) if gender else None

    def term(self, name: str, form: str = "long", *, plural: bool = False, gender: str = "") -> str:
        """The words of a term, empty when the locale does not have it."""
        found = self.find_term(name, form, gender)
        if found is None:
            return ""
        return found.multiple if plural else found.single


def _is_ordinal(name: str) -> bool:
    return name == "ordinal" or (name.startswith("ordinal-") and len(name) == 10)


def _first(*values: bool | None) -> bool | None:
    return next((value for value in values if value is not None), None)
