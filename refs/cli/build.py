"""``refs build``: the whole way for one article."""

import click

from refs.cli.context import Settings, pass_settings
from refs.cli.output import say


@click.command()
@click.argument("article", type=click.Path(dir_okay=False, allow_dash=True))
@click.option(
    "-o",
    "--output",
    "out",
    required=True,
    type=click.Path(dir_okay=False, allow_dash=True),
    help="Where to write.",
)
@click.option("-s", "--style", default="apa", show_default=True, help="A CSL style: see 'refs styles'.")
@click.option("-l", "--locale", help="A language such as de-DE; by default the style's own.")
@pass_settings
def build(settings: Settings, article: str, out: str, style: str, locale: str | None) -> None:
    """Write ARTICLE anew with its citations numbered and its bibliography formatted.

    A draft cites with [@key], [@doi:10.…], [@pmid:…] or [@https://…]; what the library lacks is added first. In a
    published article the reference list is written anew from the library; all other text stays as it is.

    \b
    Examples:
      refs build draft.md -o article.html --style american-medical-association
      refs build article.txt -o article-new.txt --style nlm-citation-sequence
    """
    with settings.open() as library:
        built = library.build(article, out, style=style, locale=locale)
        say(built.sentence)
        for flaw in built.flaws:
            say(f"  {flaw}")
