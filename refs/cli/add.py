"""``refs add``: anything that names a work, into the library."""

import sys

import click

from refs.cli.context import Settings, pass_settings
from refs.cli.mishaps import Mishaps
from refs.cli.output import print_json, progress


@click.command()
@click.argument("things", nargs=-1, required=True)
@click.option("--tag", "tags", multiple=True, help="Tag what is added; may be given several times.")
@click.option("--json", "as_json", is_flag=True, help="Print what was added as CSL-JSON.")
@pass_settings
def add(settings: Settings, things: tuple[str, ...], tags: tuple[str, ...], *, as_json: bool) -> None:
    """Add works by identifier, URL, free text or bibliography file.

    A THING is a DOI, PMID, PMCID, NBK, arXiv or OpenAlex id, ISBN, NCT number, FDA label or any other URL, a reference as
    printed, a .bib, .ris, .nbib or .json file, or - for one of these a line on stdin. Offline, what is known is
    stored and 'refs refresh' completes it later.

    \b
    Examples:
      refs add 10.1176/appi.ps.201800321 NBK556010 PMC8583742
      refs add https://www.accessdata.fda.gov/drugsatfda_docs/label/2021/017533s061lbl.pdf
      refs add library.bib --tag klonopin
    """
    wanted = [each for thing in things for each in _expand(thing)]
    mishaps = Mishaps()
    shown = []
    with settings.open() as library, progress("adding", len(wanted)) as step:
        library.expect(wanted)
        for thing in wanted:
            with mishaps.told():
                for added in library.add(thing, tags=tags):
                    shown.append(added)
                    if not as_json:
                        click.echo(added.sentence)
            step(1)
        if as_json:
            print_json(library.export_csl(added.key for added in shown))
    mishaps.end()


def _expand(thing: str) -> list[str]:
    if thing != "-":
        return [thing]
    return [line.strip() for line in sys.stdin if line.strip()]
