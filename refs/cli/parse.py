"""``refs parse``: references as printed, read into CSL-JSON lines."""

import json
import sys
from collections.abc import Iterable, Iterator

import click

from refs.cli.output import say


@click.command()
@click.argument("references", nargs=-1)
@click.option("--list", "is_list", is_flag=True, help="stdin is a pasted list: cut it into references first.")
@click.option("--confidence", is_flag=True, help="Give how sure each field is.")
@click.option("--flaws", is_flag=True, help="Tell what could not be read.")
def parse(references: tuple[str, ...], *, is_list: bool, confidence: bool, flaws: bool) -> None:
    """Read REFERENCES, or those on stdin, one a line, and write CSL-JSON, one a line, in the same order.

    \b
    Examples:
      refs parse "Basit H, Kahwaji CI. Clonazepam. StatPearls; 2023."
      refs parse < references.txt
      refs parse --list < pasted.txt
    """
    from refs.library.reading import read_references  # noqa: PLC0415  # loads the trained model

    given = references or ([sys.stdin.read()] if is_list else _lines(sys.stdin))
    for data, sure, found in read_references(given, is_list=is_list):
        if confidence:
            data["custom"] = {**data.get("custom", {}), "confidence": sure}
        click.echo(json.dumps(data, ensure_ascii=False))
        for flaw in found if flaws else ():
            say(str(flaw))


def _lines(stream: Iterable[str]) -> Iterator[str]:
    return (line.rstrip("\r\n") for line in stream)
