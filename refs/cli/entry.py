"""Where the program starts: the click group, and the one place where an error becomes an exit code.

Exit codes: 0 done, 1 error, 2 wrong usage, 3 findings (dead links, broken markers).
"""

from importlib import import_module
from typing import Any

import click

from refs import __version__
from refs.cli.context import Settings
from refs.errors import RefsError

COMMANDS = (
    "add",
    "ingest",
    "lint",
    "list",
    "search",
    "show",
    "where",
    "bib",
    "cite",
    "build",
    "renumber",
    "restyle",
    "repair",
    "check",
    "refresh",
    "archive",
    "audit",
    "schedule",
    "report",
    "edit",
    "tag",
    "collection",
    "note",
    "dupes",
    "merge",
    "undo",
    "log",
    "rm",
    "import",
    "export",
    "convert",
    "parse",
    "pandoc-filter",
    "stats",
    "doctor",
    "backup",
    "sync",
    "styles",
    "serve",
    "demo",
)
"""The commands, in the order of the help; each is the function of its name in the module of its name, with a ``_`` after a keyword."""


_KEYWORDS = frozenset({"import"})


class Refs(click.Group):
    """A group that imports a command when it is called, so that the program starts at once."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  # click's signature
        """Every command, in the order a person meets them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002  # likewise
        """The command of that name, or None."""
        if cmd_name not in COMMANDS:
            return None
        name = cmd_name.replace("-", "_") + ("_" if cmd_name in _KEYWORDS else "")
        command = getattr(import_module(f"refs.cli.{name}"), name)
        return command if isinstance(command, click.Command) else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the arguments name; a misspelt one gets a hint."""
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError:
            from difflib import get_close_matches  # noqa: PLC0415  # only a misspelt command needs it

            close = get_close_matches(args[0], COMMANDS, n=1)
            hint = f" Did you mean '{close[0]}'?" if close else " See 'refs --help'."
            raise click.UsageError(f"No command is called '{args[0]}'.{hint}", ctx) from None

    def invoke(self, ctx: click.Context) -> Any:
        """The command's result; a RefsError ends the program with its sentence and exit code 1."""
        try:
            return super().invoke(ctx)
        except RefsError as error:
            raise click.ClickException(str(error)) from error
        except KeyboardInterrupt:
            click.echo(
                "Stopped. What was reported as done is kept; the same command goes on from there.", err=True
            )
            ctx.exit(1)


@click.group(cls=Refs, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="refs")
@click.option(
    "-L",
    "--library",
    "path",
    envvar="REFS_LIBRARY",
    default="library.db",
    help="The library file  [library.db].",
)
@click.option(
    "--offline",
    is_flag=True,
    envvar="REFS_OFFLINE",
    help="Ask no service: use what was answered before, say what is missing.",
)
@click.option(
    "--contact", envvar="REFS_CONTACT", help="Your e-mail address, told to the services that ask for one."
)
@click.option(
    "--gateway", envvar="REFS_GATEWAY", hidden=True, help="A server that answers for every other host."
)
@click.pass_context
def main(ctx: click.Context, path: str, contact: str | None, gateway: str | None, *, offline: bool) -> None:
    """Keep the references of published articles true.

    \b
    Examples:
      refs add 10.1176/appi.ps.201800321 NBK556010
      refs ingest article.txt
      refs check
      refs bib --style apa
    """
    ctx.obj = Settings(path=path, offline=offline, contact=contact, gateway=gateway)
