"""``refs export``: the library in a format that others read."""

import click

from refs.cli.context import Settings, pass_settings
from refs.cli.output import say


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

    \b
    Examples:
      refs export --to bibtex -o library.bib
      refs export --article article.txt --to ris
    """
    with settings.open(create=False) as library:
        text, count = library.export(names, target=target, article=article, tag=tag)
        if out == "-":
            click.echo(text, nl=False)
            return
        library.write_file(out, text)
        say(f"{out}: {count} items")
