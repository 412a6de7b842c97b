"""``refs build``: the whole way for one article."""

import time
from pathlib import Path

import click

from refs.cli.context import Settings, pass_settings
from refs.cli.manner import style_options
from refs.cli.output import say
from refs.errors import RefsError


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
@style_options("the draft's own, the house's, or apa")
@click.option("--watch", is_flag=True, help="Build again whenever ARTICLE changes, until Ctrl-C.")
@pass_settings
def build(
    settings: Settings, article: str, out: str, style: str | None, locale: str | None, *, watch: bool
) -> None:
    """Write ARTICLE anew with its citations numbered and its bibliography formatted.

    A draft cites with [@key], [@doi:10.…], [@pmid:…] or [@https://…]; what the library lacks is added first. In a
    published article the reference list is written anew from the library; all other text stays as it is.

    \b
    Examples:
      refs build draft.md -o article.html --style american-medical-association
      refs build article.txt -o article-new.txt --style nlm-citation-sequence
    """
    _build(settings, article, out, style, locale)
    while watch:
        _wait_for_change(Path(article))
        try:
            _build(settings, article, out, style, locale)
        except RefsError as error:
            say(f"Error: {error}")


def _build(settings: Settings, article: str, out: str, style: str | None, locale: str | None) -> None:
    with settings.open() as library:
        built = library.build(article, out, style=style, locale=locale)
        say(built.sentence)
        for flaw in built.flaws:
            say(f"  {flaw}")


def _wait_for_change(path: Path) -> None:
    before = _moment(path)
    while _moment(path) == before:
        time.sleep(0.3)


def _moment(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0
