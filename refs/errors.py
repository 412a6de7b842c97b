"""What can go wrong by the caller's hand, and the sentence for each.

RefsError
├── StoreError               the library file
│   ├── NotALibrary
│   ├── NewerLibrary
│   ├── LibraryBusy
│   ├── LibraryDamaged
│   └── LibraryUnwritable
├── UnknownItem              an id, key or word that names no item
│   └── UnknownArticle       a path that no article has
├── AmbiguousItem            … or that names several
├── MissingExtra             an extra of the package that is not installed
├── BadConfiguration         a refs.toml with a setting that is not known or not of its kind
├── BadKeyPattern            a pattern for citation keys with a part that is not known
├── TakenKey                 a citation key that another item has
├── CannotUndo               an event of the log that cannot be taken back
├── UnknownName              a collection, saved search or article that is not there
├── UnknownIdentifier        something pasted that is no identifier refs knows
├── UnreadableFile           a file that is missing, forbidden, binary, or of no known format
├── UnknownFormat
├── BadStyle                 a style file that is not CSL, or that is broken
├── UnknownStyle
├── BadQuery                 a search that does not parse
├── ServiceDown              a service that answers "not now"
├── RefusedAddress           a URL that leads to a private address
├── CannotServe              an address or port that is taken, or not of this machine
└── CannotWrite              an output that cannot be written
"""

from collections.abc import Iterable, Sequence
from pathlib import Path


class RefsError(Exception):
    """The root: its text is one sentence that names the thing, the trouble and the next step."""


class StoreError(RefsError):
    """Trouble with the library file."""

    def __init__(self, path: str | Path, message: str) -> None:
        super().__init__(message)
        self.path = path


class NotALibrary(StoreError):
    """The file is something else."""

    def __init__(self, path: str | Path, found: str = "no SQLite database") -> None:
        super().__init__(
            path,
            f"{path} is not a refs library ({found}). Name another file with --library, or move this one away.",
        )


class NewerLibrary(StoreError):
    """The library was written by a later refs."""

    def __init__(self, path: str | Path, found: str) -> None:
        super().__init__(
            path,
            f"{path} was written by a newer refs (it knows {found}). Upgrade with 'pip install -U refs'.",
        )


class LibraryBusy(StoreError):
    """Another process holds the library for too long."""

    def __init__(self, path: str | Path) -> None:
        super().__init__(path, f"{path} is in use by another program. Try again when that has finished.")


class LibraryDamaged(StoreError):
    """SQLite calls the file malformed."""

    def __init__(self, path: str | Path, detail: str) -> None:
        super().__init__(
            path,
            f"{path} is damaged ({detail}). Go back to a backup, or save what can be read: sqlite3 '{path}' .recover",
        )


class LibraryUnwritable(StoreError):
    """The disk is full, or the file or its folder may not be written."""

    def __init__(self, path: str | Path, detail: str) -> None:
        super().__init__(
            path,
            f"{path} cannot be written ({detail}). Free some space or check the permissions; nothing was lost.",
        )


class UnknownItem(RefsError):
    """No item answers to this name."""

    def __init__(self, name: str, known: Iterable[str] = ()) -> None:
        super().__init__(
            f"No item is called '{name}'. {_hint(name, known)}Look with 'refs list' or 'refs search'."
        )
        self.name = name


class UnknownArticle(UnknownItem):
    """No article that was read has this path."""

    def __init__(self, path: str, known: Iterable[str] = ()) -> None:
        step = _hint(path, known) or "Read it first with 'refs ingest'."
        RefsError.__init__(self, f"No article is called '{_short(path)}'. {step}".rstrip())
        self.name = path


class AmbiguousItem(RefsError):
    """Several items answer to this name."""

    def __init__(self, name: str, candidates: Iterable[str]) -> None:
        super().__init__(f"'{name}' names several items: {', '.join(candidates)}. Use one of these.")
        self.name = name


class StillCited(RefsError):
    """An item cannot go while an article cites it."""

    def __init__(self, key: str, articles: Iterable[str]) -> None:
        super().__init__(f"'{key}' is cited by {', '.join(articles)}. Remove it all the same with --force.")
        self.key = key


class MissingExtra(RefsError):
    """What was asked for needs packages that are not installed."""

    def __init__(self, extra: str, package: str) -> None:
        super().__init__(f"This needs {package}. Install it with: pip install 'refs[{extra}]'")
        self.extra = extra


class BadConfiguration(RefsError):
    """The configuration says something that cannot be followed."""

    def __init__(self, path: str | Path, trouble: str, name: str = "", known: Iterable[str] = ()) -> None:
        step = f"Known: {', '.join(known)}." if known else "Change it there, or move the file away."
        super().__init__(f"The configuration {path}: {trouble}. {_hint(name, known)}{step}")
        self.path = path


class BadKeyPattern(RefsError):
    """A pattern for citation keys asks for a part that there is not."""

    def __init__(self, pattern: str, name: str, known: Iterable[str]) -> None:
        parts = ", ".join(f"{{{each}}}" for each in known)
        super().__init__(f"The key pattern '{_short(pattern)}' asks for {{{name}}}. Known: {parts}.")
        self.pattern, self.name = pattern, name


class TakenKey(RefsError):
    """Another item has this citation key."""

    def __init__(self, key: str) -> None:
        super().__init__(
            f"The key '{_short(key)}' belongs to another item. Choose another key, or merge the two."
        )
        self.key = key


class CannotUndo(RefsError):
    """An event that cannot be taken back."""

    def __init__(self, number: int | None, trouble: str) -> None:
        what = "Nothing" if number is None else f"Event {number}"
        verb = "can" if number is None else "cannot"
        super().__init__(f"{what} {verb} be undone: {trouble}. Look with 'refs log'.")
        self.number = number


class UnknownName(RefsError):
    """Nothing of this kind has this name."""

    def __init__(self, kind: str, name: str, known: Iterable[str] = ()) -> None:
        super().__init__(f"No {kind} is called '{_short(name)}'. {_hint(name, known)}".rstrip())
        self.kind, self.name = kind, name


class UnknownIdentifier(RefsError):
    """The text is no identifier, URL or file."""

    def __init__(self, text: str) -> None:
        super().__init__(
            f"'{_short(text)}' is no identifier that refs knows. Give a DOI, PMID, PMCID, NBK id, arXiv id, ISBN, "
            "NCT number, OpenAlex id, URL, or a bibliography file."
        )
        self.text = text


class NotRegistered(RefsError):
    """The registry of an identifier says that there is no such thing."""

    def __init__(self, identifier: str, source: str, detail: str = "") -> None:
        why = f" ({detail.rstrip('.')})" if detail else ""
        super().__init__(f"{source or 'Its registry'} does not know {identifier}{why}. Check the spelling.")
        self.identifier = identifier


class UnreadableFile(RefsError):
    """A file cannot be read."""

    def __init__(self, path: str | Path, trouble: str, step: str = "Check the path and try again.") -> None:
        super().__init__(f"{path} cannot be read: {trouble}. {step}")
        self.path = path


class UnknownFormat(RefsError):
    """A format has no reader or writer."""

    def __init__(self, name: str, known: Iterable[str]) -> None:
        known = tuple(known)
        super().__init__(f"No format is called '{name}'. {_hint(name, known)}Known: {', '.join(known)}.")
        self.name = name


class UncitedKeys(RefsError):
    """A draft cites what neither the library nor a service knows."""

    def __init__(self, path: str | Path, keys: Iterable[str]) -> None:
        keys = tuple(keys)
        named = ", ".join(f"'{_short(key)}'" for key in keys)
        super().__init__(
            f"{path} cites {named}, which the library does not have. Add it with 'refs add', or mend the key."
        )
        self.path, self.keys = path, keys


class PlaceNotFound(RefsError):
    """The words after which a citation was to stand are not in the article."""

    def __init__(self, path: str | Path, words: str) -> None:
        super().__init__(
            f"{path} has no words '{_short(words)}' outside its list. Copy them from the article."
        )
        self.path, self.words = path, words


class BadStyle(RefsError):
    """A style that cannot be used; line and column count from 1."""

    def __init__(self, name: str, message: str, line: int | None = None, column: int | None = None) -> None:
        place = f", line {line}" + (f", column {column}" if column else "") if line else ""
        super().__init__(f"The style {name}{place}: {message}")
        self.name, self.line, self.column = name, line, column


class UnknownStyle(RefsError):
    """No style has this name; `near` are those that are most likely meant."""

    def __init__(self, name: str, known: Iterable[str] = (), near: Sequence[str] = ()) -> None:
        meant = " or ".join(f"'{each}'" for each in near)
        hint = f"Did you mean {meant}? " if meant else _hint(name, known)
        super().__init__(f"No style is called '{_short(name)}'. {hint}Look with 'refs styles WORD'.")
        self.name = name


class BadQuery(RefsError):
    """A search that cannot be understood; the span is underlined."""

    def __init__(self, query: str, message: str, start: int, end: int) -> None:
        mark = " " * start + "^" * max(1, end - start)
        super().__init__(f"{message}\n  {query}\n  {mark}")
        self.query, self.start, self.end = query, start, end


class BadField(RefsError):
    """A field that an item does not have, or a value that it cannot take."""

    def __init__(self, name: str, known: Iterable[str], kind: str = "field") -> None:
        step = "Write FIELD=VALUE with a CSL variable." if kind == "field" else ""
        super().__init__(f"No {kind} is called '{_short(name)}'. {_hint(name, known)}{step}".rstrip())
        self.name = name


class BadSetting(RefsError):
    """Words that set no field."""

    def __init__(self, text: str) -> None:
        super().__init__(f"'{_short(text)}' sets nothing. Write FIELD=VALUE; FIELD= clears the field.")
        self.text = text


class BadPeriod(RefsError):
    """A length of time that is none."""

    def __init__(self, text: str) -> None:
        super().__init__(f"'{text}' is no length of time. Write it like 90d, 6m or 2y, or 'never'.")


class ServiceDown(RefsError):
    """A service cannot answer now; nothing is known about the thing asked for."""

    def __init__(self, service: str, detail: str) -> None:
        super().__init__(f"{service} cannot answer now ({detail}). Try again later with 'refs refresh'.")
        self.service, self.detail = service, detail


class RefusedAddress(RefsError):
    """A URL leads to a private, loopback or link-local address."""

    def __init__(self, url: str, address: str) -> None:
        super().__init__(
            f'{url} leads to the private address {address}. If you mean it, write allow = ["{address}"] into refs.toml.'
        )
        self.url, self.address = url, address


class CannotServe(RefsError):
    """Nothing can be served at this address."""

    def __init__(self, place: str, trouble: str) -> None:
        super().__init__(f"{place} cannot be served at: {trouble}. Choose another --port or --host.")
        self.place = place


class CannotWrite(RefsError):
    """An output cannot be written."""

    def __init__(self, path: str | Path, trouble: str) -> None:
        super().__init__(f"{path} cannot be written: {trouble}. Nothing was changed; choose another place.")
        self.path = path


def reason_of(error: Exception) -> str:
    """Why the system refused, in the words for a sentence: ``no such file or directory``."""
    return (getattr(error, "strerror", None) or str(error)).lower()


def _hint(name: str, known: Iterable[str]) -> str:
    from difflib import get_close_matches  # noqa: PLC0415 - slow to import, and only wrong names need it

    close = get_close_matches(name, list(known), n=1)
    return f"Did you mean '{close[0]}'? " if close else ""


def _short(text: str, limit: int = 80) -> str:
    return text if len(text) <= limit else text[: limit - 1] + "…"
