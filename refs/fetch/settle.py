"""From an Answer and a reader to a Fetched: what an answer means for the identifier that was asked for."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from refs.fetch.answer import Answer
from refs.model.fetched import Fetched, Notice, Outcome, SourceReading
from refs.model.flaw import Flaw
from refs.model.identifier import Identifier
from refs.model.item import Item
from refs.model.provenance import Provenance

Reader = Callable[[bytes], SourceReading]


def settle(
    identifier: Identifier, source: str, answer: Answer, read: Reader, *, strict: bool = True
) -> Fetched:
    """What the answer says of the identifier; `strict` takes only an item that bears it."""
    if answer.outcome is not Outcome.FOUND:
        return refuse(identifier, source, answer)
    if answer.truncated:
        return not_now(identifier, source, f"{source} gave an answer that is too long or too slow to be read")
    reading = read(answer.body)
    item = choose(reading.items, identifier, strict=strict)
    if item is not None:
        return found(
            identifier, source, stamp(item, answer.when), reading.notices.get(item.id, ()), reading.flaws
        )
    if reading.flaws:
        detail = f"{source} gave an answer that cannot be read: {reading.flaws[0].message}"
        return Fetched(
            Outcome.NOT_NOW, flaws=reading.flaws, source=source, detail=detail, identifier=identifier
        )
    return missing(identifier, source)


def choose(items: Iterable[Item], identifier: Identifier, *, strict: bool) -> Item | None:
    """The item that bears the identifier; where not strict, the only one."""
    listed = tuple(items)
    for item in listed:
        if identifier in item.identifiers:
            return item
    return listed[0] if len(listed) == 1 and not strict else None


def stamp(item: Item, when: str | None) -> Item:
    """The item with the moment of the answer in its provenance."""
    dated = {
        field: Provenance(each.source, each.tag, when, each.confidence)
        for field, each in item.provenance.items()
    }
    return item.replace(provenance=dated)


def found(
    identifier: Identifier,
    source: str,
    item: Item,
    notices: tuple[Notice, ...] = (),
    flaws: tuple[Flaw, ...] = (),
) -> Fetched:
    """A record, with the identifier asked for among its own."""
    if identifier not in item.identifiers:
        item = item.replace(identifiers=(identifier, *item.identifiers))
    return Fetched(Outcome.FOUND, item, notices, flaws, source, identifier=identifier)


def renamed(fetched: Fetched, identifier: Identifier) -> Fetched:
    """The answer to one identifier as the answer to another name of the same work."""
    if fetched.item is not None:
        again = found(identifier, fetched.source, fetched.item, fetched.notices, fetched.flaws)
        return standing_in(again) if fetched.stands_in else again
    return Fetched(fetched.outcome, None, (), fetched.flaws, fetched.source, fetched.detail, identifier)


def standing_in(fetched: Fetched) -> Fetched:
    """The answer of a source that was asked because a better one is down."""
    return replace(fetched, stands_in=True)


def missing(identifier: Identifier, source: str, detail: str = "") -> Fetched:
    """The registry knows no such work."""
    detail = detail or f"{source} knows no {identifier}"
    return Fetched(Outcome.MISSING, source=source, detail=detail, identifier=identifier)


def not_now(identifier: Identifier, source: str, detail: str) -> Fetched:
    """Nothing was learned."""
    return Fetched(Outcome.NOT_NOW, source=source, detail=detail, identifier=identifier)


def unread(identifier: Identifier, source: str) -> Fetched:
    """The source answered, but not as it should."""
    return not_now(identifier, source, f"{source} gave an answer that cannot be read")


def unsupported(identifier: Identifier, source: str, detail: str) -> Fetched:
    """The question makes no sense to the source."""
    return Fetched(Outcome.UNSUPPORTED, source=source, detail=detail, identifier=identifier)


def refuse(identifier: Identifier, source: str, answer: Answer) -> Fetched:
    """What an answer without a record means, in a sentence."""
    if answer.outcome is Outcome.MISSING:
        return missing(identifier, source)
    why = answer.trouble or f"HTTP {answer.status}"
    if answer.headers.get("retry-after"):
        why += f", asks to wait {answer.headers['retry-after']}"
    return Fetched(answer.outcome, source=source, detail=f"{source}: {why}", identifier=identifier)


def worst_of(identifier: Identifier, tries: Iterable[Fetched]) -> Fetched:
    """What several sources together say: a record, else "not now" if any could not answer, else missing."""
    listed = list(tries)
    for outcome in (Outcome.FOUND, Outcome.NOT_NOW, Outcome.MISSING, Outcome.UNSUPPORTED):
        for each in listed:
            if each.outcome is outcome:
                return each
    return unsupported(identifier, "refs", f"no source is asked for {identifier}")
