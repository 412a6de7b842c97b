"""YAML text → plain values, without tags that make objects and without aliases that multiply the text."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from refs.model.flaw import Flaw, FlawCode

_LARGEST = 20_000_000
_MOST_NODES = 2_000_000
"""How many nodes a text may stand for, each alias counted as all that it stands for."""
_KEPT = (":null", ":merge")
"""What YAML may make of a plain word: nothing. Days, numbers, yes and no stay the words that they were."""


@cache
def _loader() -> Any:
    """PyYAML's safe loader, made to read lists, mappings and texts alone."""
    import yaml  # noqa: PLC0415  # slow, and few files are YAML

    class Loader(yaml.SafeLoader):  # type: ignore[misc]  # PyYAML comes without types
        def __init__(self, stream: str) -> None:
            super().__init__(stream)
            self.count = 0
            self.counts: dict[str, int] = {}

        def compose_node(self, parent: yaml.Node | None, index: Any) -> yaml.Node | None:
            """One node; an alias counts as what it stands for, as a few of them can stand for a world of text."""
            event = self.peek_event()
            if isinstance(event, yaml.AliasEvent):
                self.count += self.counts.get(event.anchor, _MOST_NODES)  # of nothing yet, or of itself
            before = self.count
            self.count += 1
            if self.count > _MOST_NODES:
                message = f"line {event.start_mark.line + 1}: an alias (*{event.anchor}) is not read"
                raise yaml.YAMLError(message)
            node = super().compose_node(parent, index)
            if event.anchor is not None:
                self.counts.setdefault(event.anchor, self.count - before)
            return node

    Loader.yaml_implicit_resolvers = {
        first: [(tag, pattern) for tag, pattern in resolvers if tag.endswith(_KEPT)]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }
    return Loader


def read_yaml(text: str, flaws: list[Flaw]) -> list[Any]:
    """The documents of a YAML text, as far as it could be read; a flaw when it is broken."""
    from yaml import YAMLError  # noqa: PLC0415  # likewise

    if len(text) > _LARGEST:
        flaws.append(Flaw(FlawCode.BROKEN_ENTRY, "this YAML is too large to be read"))
        return []
    documents: list[Any] = []
    try:
        documents.extend(_documents(text))
    except (YAMLError, ValueError, RecursionError, TypeError) as error:
        said = " ".join(str(error).split())
        flaws.append(Flaw(FlawCode.BROKEN_ENTRY, f"this YAML is broken: {said:.200}"))
    return documents


def _documents(text: str) -> Iterator[Any]:
    loader = _loader()(text.replace("\x00", ""))
    try:
        while loader.check_data():
            yield loader.get_data()
    finally:
        loader.dispose()


def mappings(value: Any) -> Iterator[dict[str, Any]]:
    """The mappings in a value: itself, or those that it lists; their keys as texts."""
    for each in value if isinstance(value, list) else [value]:
        if isinstance(each, dict):
            yield {str(key): inner for key, inner in each.items()}


def text_in(value: Any) -> str:
    """A plain value as text; empty for what is none."""
    return value.strip() if isinstance(value, str) else ""
