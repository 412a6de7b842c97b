"""``refs doctor``: is the library sound."""

import sys

import click

from refs.cli.context import Settings, pass_settings
from refs.cli.output import print_json


@click.command()
@click.option("--repair", is_flag=True, help="Make good what can be made good.")
@click.option("--compact", is_flag=True, help="Give back the room of what was removed.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@pass_settings
def doctor(settings: Settings, *, repair: bool, compact: bool, as_json: bool) -> None:
    """Examine the library: the file, its tables, the search index, attachments. Exit code 3 when something is wrong.

    \b
    Examples:
      refs doctor
      refs doctor --repair
    """
    with settings.open(create=False) as library:
        found = library.store.examine(repair=repair)
        if compact:
            library.store.compact()
        if as_json:
            print_json(
                [
                    {"code": s.code, "message": s.message, "advice": s.advice, "repaired": s.repaired}
                    for s in found
                ]
            )
        for symptom in () if as_json else found:
            click.echo(
                f"{'repaired' if symptom.repaired else 'found'}: {symptom.message}. {symptom.advice}".rstrip()
            )
        if not found and not as_json:
            click.echo("The library is sound.")
    if any(not symptom.repaired for symptom in found):
        sys.exit(3)
