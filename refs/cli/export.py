"""``refs export``: the library in a format that others read."""

import click

from refs.cli.context import Settings, pass_settings
from refs.cli.output import say
from refs.text import counted


@click.command()
@click.argument("names", nargs=-1)
@click.option(
    "-t", "--to", "target", default="csljson", show_default=True, help="A format: see 'refs convert --help'."
)
@click.option("-a", "--article", help="What this article cites, in its order.")
@click.option("--tag", help="Only items with this tag.")
@click.option(
    "-o",
    "--output",
    "out",
    default="-",
    type=click.Path(dir_okay=False, allow_dash=True),
    help="Where to write.",
)
@pass_settings
def export(
    settings: Settings, names: tuple[str, ...], target: str, article: str | None, tag: str | None, out: str
) -> None:
    """Export the items called NAMES, of an article, or the whole library.

    What the format could not hold is told. sql and datasette hold all of the library, with its history.

    \b
    Examples:
      refs export --to bibtex -o library.bib
      refs export --article article.txt --to ris
      refs export --to sql -o library.sql
    """
    with settings.open(create=False) as library:
        if target in {"sql", "datasette"}:
            if out == "-":
                raise click.UsageError(f"{target} needs a file: give --output.")
            say(library.export_whole(target, out))
            return
        text, count, lost = library.export(names, target=target, article=article, tag=tag)
        if out == "-":
            click.echo(text, nl=False)
        else:
            library.write_file(out, text)
            say(f"{out}: {counted(count, 'item')}")
        if lost:
            say("Not held by the format: " + ", ".join(f"{name} ({times})" for name, times in lost.items()))
