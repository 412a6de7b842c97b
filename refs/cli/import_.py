"""``refs import``: bibliography files of any length, and answers of services."""

import click

from refs.cli.context import Settings, pass_settings
from refs.cli.mishaps import Mishaps
from refs.cli.output import progress, say


@click.command("import")
@click.argument("files", nargs=-1, type=click.Path())
@click.option(
    "--zotero",
    metavar="NUMBER",
    help="Import the Zotero library of this user by its Web API.",
)
@click.option("--group", is_flag=True, help="The number is that of a group.")
@click.option("--key", envvar="ZOTERO_API_KEY", help="The API key of a private Zotero library.")
@click.option(
    "--from", "form", help="The format or service, where the text does not say it: see 'refs convert --help'."
)
@click.option("--url", help="Where a saved web page came from.")
@click.option("--force", is_flag=True, help="Add entries that seem to be in the library already.")
@click.option("--tag", "tags", multiple=True, help="Tag what is added; may be given several times.")
@pass_settings
def import_(
    settings: Settings,
    files: tuple[str, ...],
    zotero: str | None,
    key: str | None,
    form: str | None,
    url: str | None,
    tags: tuple[str, ...],
    *,
    group: bool,
    force: bool,
) -> None:
    """Import bibliography FILES of any length, or what a service answered, saved: - is stdin, and a URL will do.

    BibTeX, RIS, MEDLINE, EndNote, Zotero, CSL-JSON …; JSON or XML of Crossref, DataCite, PubMed, openFDA …; web pages.
    An entry that the library has already is not added again; one bad entry costs one entry. What is told is stored, so
    that the same command goes on where an interrupted one stopped.

    \b
    Examples:
      refs import library.bib
      refs import *.ris --tag spring
      refs import pubmed.xml openfda.json
      refs import page.html --url https://www.mayoclinic.org/x
      refs import --zotero 475425 --group
      refs --library new.db import library.sql
    """
    if len(files) == 1 and files[0].endswith(".sql"):
        from refs.library.exporting import import_sql  # noqa: PLC0415  # slow, and seldom needed

        click.echo(f"{import_sql(files[0], settings.path)}: made")
        return
    if not files and zotero is None:
        raise click.UsageError("Name the files to import, or a Zotero library with --zotero.")
    if url is not None and len(files) != 1:
        raise click.UsageError("--url says where one saved page came from: name one file with it.")
    mishaps = Mishaps()
    with settings.open() as library:
        if zotero is not None:
            added = sum(
                each.status == "added"
                for each in library.import_zotero(zotero, group=group, key=key, tags=tags)
            )
            click.echo(f"Zotero library {zotero}: {added} added")
        for path in files:
            with mishaps.told():
                with progress(path, None) as step:
                    for told in library.import_file(path, form=form, force=force, tags=tags, url=url):
                        step(told.step)
                click.echo(told.sentence)
                for flaw in told.flaws:
                    say(f"  {flaw}")
    mishaps.end()
