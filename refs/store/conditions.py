"""Query → the SQL condition that says the same of a row of `items`."""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from refs.model.identifier import Identifier, Scheme, normalise_doi, normalise_isbn, parse_identifier
from refs.model.query import And, Comparison, Field, Not, Or, Query, Word
from refs.store.columns import comparable_url

Values = list[object]
_SHORTEST = 3
"""A shorter word is no beginning of another: half the library has one that goes on from it."""
_ALWAYS: tuple[str, Values] = ("1", [])

_DATES = {
    "accessed": "items.accessed",
    "verified": "items.last_verified",
    "retrieved": "items.first_retrieved",
    "added": "items.created",
    "modified": "items.modified",
}
_TEXTS = {"author": "authors", "title": "title", "container": "container", "key": "key"}
_INDEXED = {"abstract", "publisher", "keyword", "note", "container_title_short"}
_LINKED = "SELECT item_id FROM item_links JOIN links ON links.id = link_id WHERE"
_COLLECTED = "SELECT item_id FROM collection_items JOIN collections ON collections.id = collection_id"
_NOTICED = (
    "items.id IN (SELECT id FROM items AS noticed WHERE instr(csl, '\"notices\":') > 0 AND EXISTS"
    " (SELECT 1 FROM json_each(noticed.csl, '$.custom.notices') WHERE json_extract(value, '$.kind') = {}))"
)
_STATES = {
    "unresolved": "items.missing IS NOT NULL",
    "complete": "items.missing IS NULL",
    "cited": "items.id IN (SELECT item_id FROM entries)",
    "uncited": "items.id NOT IN (SELECT item_id FROM entries WHERE item_id IS NOT NULL)",
    "flawed": "items.id IN (SELECT item_id FROM flaws)",
    "tagged": "items.id IN (SELECT item_id FROM tags)",
    "untagged": "items.id NOT IN (SELECT item_id FROM tags)",
    "checked": f"items.id IN ({_LINKED} checked IS NOT NULL)",
    "retracted": _NOTICED.format("'retraction'"),
    "unchecked": f"items.id NOT IN ({_LINKED} checked IS NOT NULL)",
}
_HAS = {
    "note": "items.id IN (SELECT item_id FROM notes)",
    "attachment": "items.id IN (SELECT item_id FROM attachments)",
    "tag": "items.id IN (SELECT item_id FROM tags)",
    "url": "json_extract(items.csl, '$.URL') IS NOT NULL",
    "abstract": "json_extract(items.csl, '$.abstract') IS NOT NULL",
}


@dataclass(frozen=True, slots=True)
class Condition:
    """What a query asks in SQL: `match` is an FTS5 expression, `where` all that the index cannot tell.

    `words` are the plain words that must be found, to rank by.
    """

    match: str
    where: str
    values: Values
    words: tuple[str, ...] = ()


def condition_of(query: Query, *, prefixes: bool = False) -> Condition:
    """The condition of a query; with `prefixes` every plain word may go on."""
    nodes = query.nodes if isinstance(query, And) else (query,)
    matches = {place: found for place, node in enumerate(nodes) if (found := _match(node, prefixes=prefixes))}
    without = [
        found
        for place, node in enumerate(nodes)
        if matches and isinstance(node, Not) and (found := _match(node.node, prefixes=False))
    ]
    rest = [
        _sql(node, prefixes=prefixes)
        for place, node in enumerate(nodes)
        if place not in matches
        and not (matches and isinstance(node, Not) and _match(node.node, prefixes=False))
    ]
    match = " AND ".join(matches.values()) + "".join(f" NOT {each}" for each in without)
    where = " AND ".join(f"({sql})" for sql, _ in rest) or "1"
    values = [value for _, found in rest for value in found]
    return Condition(match, where, values, tuple(_words(nodes)))


def _match(node: Query, *, prefixes: bool) -> str | None:
    """The FTS5 expression that says the same as the node, or None where the index cannot tell."""
    if isinstance(node, Word):
        return match_word(node, prefixes=prefixes) or None if _names(node) is None else None
    if isinstance(node, Field):
        return _match_text(_TEXTS[node.name], node) if node.name in _TEXTS else None
    if isinstance(node, Not) or not node.nodes:
        return None
    parts = [_match(each, prefixes=prefixes) for each in node.nodes]
    if None in parts:
        return None
    joined = " AND " if isinstance(node, And) else " OR "
    return f"({joined.join(part for part in parts if part)})"


def _words(nodes: tuple[Query, ...]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, Word):
            yield from re.findall(r"\w+", node.text)
        elif isinstance(node, Field) and node.name in _TEXTS:
            yield from re.findall(r"\w+", node.value)
        elif isinstance(node, And | Or):
            yield from _words(node.nodes)


def has_plain_words(query: Query) -> bool:
    """Whether a word of the query could be read as a beginning."""
    if isinstance(query, Word):
        return not query.is_phrase and not query.is_prefix
    if isinstance(query, Not):
        return has_plain_words(query.node)
    return isinstance(query, And | Or) and any(map(has_plain_words, query.nodes))


def match_word(word: Word, *, prefixes: bool = False) -> str:
    """The FTS5 expression for a word or phrase; nothing when it has no letters."""
    letters = " ".join(re.findall(r"\w+", word.text.replace("_", " ")))
    if not letters:
        return ""
    return f'"{letters}"' + (
        "*" if word.is_prefix or (prefixes and not word.is_phrase and len(letters) >= _SHORTEST) else ""
    )


def _sql(query: Query, *, prefixes: bool = False) -> tuple[str, Values]:
    if isinstance(query, Word):
        return _of_word(query, prefixes=prefixes)
    if isinstance(query, Field):
        return _of_field(query)
    if isinstance(query, Not):
        sql, values = _sql(query.node)
        return f"NOT coalesce({sql}, 0)", values
    joined = " AND " if isinstance(query, And) else " OR "
    parts = [_sql(node, prefixes=prefixes) for node in query.nodes]
    if not parts:
        return _ALWAYS
    return joined.join(f"({sql})" for sql, _ in parts), [value for _, values in parts for value in values]


def _of_word(word: Word, *, prefixes: bool) -> tuple[str, Values]:
    match = match_word(word, prefixes=prefixes)
    sql, values = (
        ("items.id IN (SELECT rowid FROM search WHERE search MATCH ?)", [match]) if match else ("0", [])
    )
    identifier = _names(word)
    if identifier is None:
        return sql, [*values]
    named, names = _of_identifier(identifier)
    return f"{named} OR {sql}", [*names, *values]


def _names(word: Word) -> Identifier | None:
    """The identifier that a word is; bare digits only when they are long enough for no year or page."""
    if word.is_phrase or word.is_prefix or len(word.text) < 6:
        return None
    return parse_identifier(word.text)


def _of_identifier(identifier: Identifier) -> tuple[str, Values]:
    value = comparable_url(identifier.value) if identifier.scheme is Scheme.URL else identifier.value
    return (
        "items.id IN (SELECT item_id FROM identifiers WHERE scheme = ? AND value = ?)",
        [identifier.scheme.value, value],
    )


def _of_field(field: Field) -> tuple[str, Values]:
    if field.name in _READERS:
        return _READERS[field.name](field)
    if field.name in _TEXTS:
        return _of_text(_TEXTS[field.name], field)
    if field.name in _DATES:
        return _of_date(_DATES[field.name], field)
    if field.name in set(Scheme):
        return _of_scheme(field)
    return _of_variable(field)


def _of_text(column: str, field: Field) -> tuple[str, Values]:
    match = _match_text(column, field)
    return ("items.id IN (SELECT rowid FROM search WHERE search MATCH ?)", [match]) if match else ("0", [])


def _match_text(column: str, field: Field) -> str | None:
    words = [
        match_word(Word(each, is_prefix=field.is_prefix)) for each in field.value.replace("-", " ").split()
    ]
    match = " AND ".join(filter(None, words))
    return f"{column} : ({match})" if match else None


def _of_date(column: str, field: Field) -> tuple[str, Values]:
    """Dates are text in ISO 8601: a shorter one stands for all that begin like it."""
    low, high = field.value, field.upper
    after = f"{low}\U0010ffff"
    conditions: dict[Comparison, tuple[str, Values]] = {
        Comparison.IS: (f"{column} >= ? AND {column} < ?", [low, after]),
        Comparison.LESS: (f"{column} < ?", [low]),
        Comparison.AT_MOST: (f"{column} < ?", [after]),
        Comparison.MORE: (f"{column} >= ?", [after]),
        Comparison.AT_LEAST: (f"{column} >= ?", [low]),
        Comparison.BETWEEN: (f"{column} >= ? AND {column} < ?", [low, f"{high}\U0010ffff"]),
    }
    return conditions[field.comparison]


def _of_year(field: Field) -> tuple[str, Values]:
    low = _year(field.value)
    if field.comparison is Comparison.BETWEEN:
        return "items.year BETWEEN ? AND ?", [low, _year(field.upper or "")]
    operator = "=" if field.comparison is Comparison.IS else str(field.comparison)
    return f"items.year {operator} ?", [low]


def _year(text: str) -> int:
    found = re.match(r"-?\d+", text)
    return int(found.group()) if found else 0


def _of_scheme(field: Field) -> tuple[str, Values]:
    scheme, text = Scheme(field.name), field.value
    found = parse_identifier(text) or parse_identifier(f"{field.name}:{text}")
    value = found.value if found is not None and found.scheme is scheme else text
    if scheme is Scheme.DOI:
        value = normalise_doi(text) or text.lower()
    elif scheme is Scheme.ISBN:
        value = normalise_isbn(text) or text
    elif scheme is Scheme.URL:
        return _of_url(field)
    if field.is_prefix:
        return _prefixed("SELECT item_id FROM identifiers WHERE scheme = ? AND value", scheme.value, value)
    return _of_identifier(Identifier(scheme, value))


def _of_url(field: Field) -> tuple[str, Values]:
    sql, values = _of_identifier(Identifier(Scheme.URL, comparable_url(field.value)))
    like = "json_extract(items.csl, '$.URL') LIKE ? ESCAPE '\\'"
    return f"{sql} OR {like}", [*values, f"%{_escaped(field.value)}%"]


def _prefixed(select: str, scheme: str, value: str) -> tuple[str, Values]:
    return f"items.id IN ({select} >= ? AND value < ?)", [scheme, value, f"{value}\U0010ffff"]


def _of_variable(field: Field) -> tuple[str, Values]:
    """A CSL variable that holds the words; those in the index are found there first."""
    path = field.name if field.name.startswith("archive_") else field.name.replace("_", "-")
    sql = "json_extract(items.csl, ?) LIKE ? ESCAPE '\\'"
    values: Values = [f'$."{path}"', f"%{_escaped(field.value)}%"]
    if field.name not in _INDEXED or not (words := list(_whole_words(field.value))):
        return sql, values
    match = f"words : ({' '.join(words)})"
    return f"items.id IN (SELECT rowid FROM search WHERE search MATCH ?) AND {sql}", [match, *values]


def _whole_words(text: str) -> Iterator[str]:
    """The words of a text but the first and last, which may be parts, each in the dress of FTS5; the last as a beginning."""
    words = re.findall(r"[^\W_]+", text)
    if len(words) > 1:
        yield from (f'"{word}"' for word in words[1:-1])
        yield f'"{words[-1]}"*'


def _escaped(text: str) -> str:
    return re.sub(r"([%_\\])", r"\\\1", text)


def _of_tag(field: Field) -> tuple[str, Values]:
    if field.is_prefix:
        return "items.id IN (SELECT item_id FROM tags WHERE tag LIKE ? ESCAPE '\\')", [
            f"{_escaped(field.value)}%"
        ]
    return "items.id IN (SELECT item_id FROM tags WHERE tag = ?)", [field.value]


def _of_verdict(field: Field) -> tuple[str, Values]:
    if field.value.lower() == "unchecked":
        return _STATES["unchecked"], []
    return f"items.id IN ({_LINKED} verdict = ?)", [field.value.lower()]


def _of_checked(field: Field) -> tuple[str, Values]:
    sql, values = _of_date("checked", field)
    return f"items.id IN ({_LINKED} {sql})", values


def _of_article(field: Field) -> tuple[str, Values]:
    select = (
        "SELECT item_id FROM entries JOIN articles ON articles.id = article_id WHERE path LIKE ? ESCAPE '\\'"
    )
    return f"items.id IN ({select})", [f"%{_escaped(field.value)}%"]


def _of_has(field: Field) -> tuple[str, Values]:
    name = field.value.lower()
    if name in _HAS:
        return _HAS[name], []
    return "items.id IN (SELECT item_id FROM identifiers WHERE scheme = ?)", [name]


def _of_id(field: Field) -> tuple[str, Values]:
    identifier = parse_identifier(field.value)
    return _of_identifier(identifier) if identifier else ("items.key = ?", [field.value])


_READERS: dict[str, Callable[[Field], tuple[str, Values]]] = {
    "year": _of_year,
    "tag": _of_tag,
    "verdict": _of_verdict,
    "checked": _of_checked,
    "article": _of_article,
    "has": _of_has,
    "id": _of_id,
    "type": lambda field: ("items.type = ?", [field.value.lower()]),
    "is": lambda field: (_STATES[field.value.lower()], []),
    "notice": lambda field: (_NOTICED.format("?"), [field.value.lower()]),
    "missing": lambda field: ("' ' || items.missing || ' ' LIKE ?", [f"% {field.value.replace('-', '_')} %"]),
    "flaw": lambda field: ("items.id IN (SELECT item_id FROM flaws WHERE code = ?)", [field.value]),
    "notes": lambda field: (
        "items.id IN (SELECT item_id FROM notes WHERE text LIKE ? ESCAPE '\\')",
        [f"%{_escaped(field.value)}%"],
    ),
    "source": lambda field: (
        "items.provenance LIKE ? ESCAPE '\\'",
        [f"%[{_escaped(json.dumps(field.value))}%"],
    ),
    "collection": lambda field: (f"items.id IN ({_COLLECTED} WHERE name = ?)", [field.value]),
}
