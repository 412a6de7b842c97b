"""YAML text → plain values, without tags that make objects and without aliases that multiply."""

from collections.abc import Iterator
from typing import Any

import yaml

from refs.model.flaw import Flaw, FlawCode

_LARGEST = 20_000_000


class _Loader(yaml.SafeLoader):  # type: ignore[misc]  # PyYAML comes without types
    """Lists, mappings and texts: days, numbers, yes and no stay the words that they were."""

    def compose_node(self, parent: yaml.Node | None, index: Any) -> yaml.Node | None:
        """One node; an alias is refused, as a few of them can stand for a world of text."""
        if self.check_event(yaml.AliasEvent):
            event = self.peek_event()
            raise yaml.YAMLError(f"line {event.start_mark.line + 1}: an alias (*{event.anchor}) is not read")
        return super().compose_node(parent, index)


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag.endswith((":null", ":merge"))]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def read_yaml(text: str, flaws: list[Flaw]) -> list[Any]:
    """The documents of a YAML text, as far as it could be read; a flaw when it is broken."""
    if len(text) > _LARGEST:
        flaws.append(Flaw(FlawCode.BROKEN_ENTRY, "this YAML is too large to be read"))
        return []
    documents: list[Any] = []
    try:
        documents.extend(_documents(text))
    except (yaml.YAMLError, ValueError, RecursionError, TypeError) as error:
        said = " ".join(str(error).split())
        flaws.append(Flaw(FlawCode.BROKEN_ENTRY, f"this YAML is broken: {said:.200}"))
    return documents


def _documents(text: str) -> Iterator[Any]:
    loader = _Loader(text.replace("\x00", ""))
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
