"""``refs convert``: one format into another, without a library."""

import sys

import click

from refs.cli.output import say_flaws
from refs.files import read_file


@click.command()
@click.argument("file", type=click.Path(allow_dash=True))
@click.option("--from", "source", help="What FILE is, where its text does not say it; see below.")
@click.option("--to", "target", default="csljson", show_default=True, help="What to write; see below.")
@click.option("--url", help="Where an html FILE came from.")
def convert(file: str, source: str | None, target: str, url: str | None) -> None:
    """Convert FILE, or - for stdin, to another format on stdout.

    \b
    From: bibtex biblatex ris nbib endnote-xml enw csljson csl-yaml zotero-rdf zotero-json wikitext isi ovid
    refworks msbib mods mab marc marcxml primo dspace openurl cff hayagriva bltxml papis bookmarks biblioscape
    citavi copac inspec silverplatter repec, and what services answer: crossref datacite pubmed bookshelf openfda
    drugsfda dailymed arxiv jats openlibrary googlebooks openalex europepmc clinicaltrials medlineplus schemaorg
    zenodo pdf html
    To: bibtex biblatex csljson endnote-xml enw nbib ris wikitext

    \b
    Examples:
      refs convert library.bib --to ris
      refs convert --from html --url https://www.mayoclinic.org/x page.html
    """
    from refs.library.converting import convert_bytes  # noqa: PLC0415  # the readers are many

    text, count, flaws = convert_bytes(read_file(file), file, source=source, target=target, url=url)
    click.echo(text, nl=not text.endswith("\n"))
    say_flaws(flaws)
    if flaws and not count:
        sys.exit(1)
