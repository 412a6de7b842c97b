"""What the shell may complete: keys of the library, names of styles.

Switch it on with ``eval "$(_REFS_COMPLETE=bash_source refs)"`` (or ``zsh_source``, ``fish_source``).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from refs.cli.context import Settings
from refs.errors import RefsError

if TYPE_CHECKING:
    import click

_MOST = 200


def complete_names(ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[str]:
    """Keys of the library that begin so."""
    settings = ctx.find_object(Settings) or Settings(path=_library(ctx))
    try:
        with settings.open(create=False) as library:
            keys = library.store.keys()
            return [key for key in keys if key.startswith(incomplete)][:_MOST]
    except RefsError:
        return []


def complete_styles(_ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[str]:
    """Names of styles that begin so."""
    from refs.parse.csl.installed import style_names  # noqa: PLC0415  # reads a folder of ten thousand names

    return [name for name in style_names() if name.startswith(incomplete)][:_MOST]


def _library(ctx: click.Context) -> str:
    path = ctx.find_root().params.get("path")
    return str(path) if path else "library.db"
