"""``refs show``: all that is known of an item."""

import click

from refs.cli.complete import complete_names
from refs.cli.context import Settings, pass_settings
from refs.cli.output import print_json, print_rows


@click.command()
@click.argument("names", nargs=-1, required=True, shell_complete=complete_names)
@click.option("--provenance", is_flag=True, help="Say for each field where it came from.")
@click.option("--json", "as_json", is_flag=True, help="Print CSL-JSON.")
@pass_settings
def show(settings: Settings, names: tuple[str, ...], *, provenance: bool, as_json: bool) -> None:
    """Show all that is known of the items called NAMES: keys, identifiers or URLs.

    \b
    Examples:
      refs show basit2023
      refs show NBK556010 --provenance
    """
    columns = ("field", "value", "source", "when") if provenance else ("field", "value")
    with settings.open(create=False) as library:
        if as_json:
            print_json(library.export_csl(names))
            return
        for name in names:
            print_rows(library.fields(name), columns)
