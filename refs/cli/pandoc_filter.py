"""``refs pandoc-filter``: the library for pandoc and Quarto."""

import json
import sys

import click

from refs.cli.context import Settings, pass_settings
from refs.cli.manner import style_options
from refs.errors import UnreadableFile


@click.command("pandoc-filter")
@click.argument("target", required=False)
@style_options("the document's csl, the house's, or apa")
@pass_settings
def pandoc_filter(settings: Settings, target: str | None, style: str | None, locale: str | None) -> None:  # noqa: ARG001  # pandoc names its output format
    """Write out the citations of a pandoc document, its JSON on stdin and stdout, from the library.

    Keys that the library lacks are left for pandoc.

    \b
    Examples:
      pandoc -t json draft.md | refs pandoc-filter --style apa | pandoc -f json -o draft.html
      refs pandoc-filter html < draft.json
    """
    try:
        document = json.load(sys.stdin)
    except (ValueError, RecursionError) as error:
        raise UnreadableFile(
            "stdin", f"it is no pandoc JSON ({error})", "Pipe 'pandoc -t json' into it."
        ) from error
    with settings.open(create=False) as library:
        click.echo(
            json.dumps(library.filter_pandoc(document, style=style, locale=locale), ensure_ascii=False)
        )
