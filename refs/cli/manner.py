"""The options that say how citations and entries are printed, the same wherever something is printed."""

from collections.abc import Callable
from typing import Any

import click

from refs.cli.complete import complete_styles

Command = Callable[..., Any]


def style_options(usual: str) -> Callable[[Command], Command]:
    """The options ``--style``, whose help tells what is `usual` without it, and ``--locale``."""

    def add_options(command: Command) -> Command:
        command = click.option(
            "-l", "--locale", help="A language such as de-DE; by default the style's own."
        )(command)
        return click.option(
            "-s",
            "--style",
            shell_complete=complete_styles,
            help=f"A CSL style: see 'refs styles'.  [{usual}]",
        )(command)

    return add_options


def output_option(command: Command) -> Command:
    """The option ``--format``, as the argument `output`."""
    return click.option(
        "-f",
        "--format",
        "output",
        type=click.Choice(["plain", "html", "markdown", "rtf", "latex"]),
        default="plain",
        show_default=True,
    )(command)
