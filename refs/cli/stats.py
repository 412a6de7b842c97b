"""``refs stats``: the library in figures."""

from dataclasses import asdict

import click

from refs.cli.context import Settings, pass_settings
from refs.cli.output import print_json, print_rows


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@pass_settings
def stats(settings: Settings, *, as_json: bool) -> None:
    """Show the library in figures.

    \b
    Example:
      refs stats
    """
    with settings.open(create=False) as library:
        figures = asdict(library.store.stats())
        if as_json:
            print_json(figures)
            return
        rows = [{"what": name.replace("_", " "), "figure": _figure(value)} for name, value in figures.items()]
        print_rows(rows, ("what", "figure"))


def _figure(value: object) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{name} {count}" for name, count in value.items())
    return str(value)
