"""``refs archive``: copies of pages that are gone, or that should not be lost."""

import click

from refs.cli.context import Settings, pass_settings


@click.command()
@click.argument("names", nargs=-1)
@click.option("--save", is_flag=True, help="Have the pages saved now by the Wayback Machine.")
@click.option(
    "--warc", type=click.Path(dir_okay=False), help="Keep the pages in this WARC file. Needs refs[archive]."
)
@pass_settings
def archive(settings: Settings, names: tuple[str, ...], warc: str | None, *, save: bool) -> None:
    """Find archived copies of the pages of the items called NAMES, or of all whose page is gone.

    The copy nearest to the retrieval date is taken, and only one that is a good page. --save uses the keys in
    IA_ACCESS_KEY and IA_SECRET_KEY where they are set.

    \b
    Examples:
      refs archive
      refs archive basit2023 --save
      refs archive --warc pages.warc.gz NBK556010
    """
    with settings.open(create=False) as library:
        for archived in library.archive(names, save=save, warc=warc):
            click.echo(archived.sentence)
