"""``refs parse``: references as printed, read into CSL-JSON lines."""

import json
import sys
from collections.abc import Iterable, Iterator

import click

from refs.cli.output import say


@click.command()
@click.option("--list", "is_list", is_flag=True, help="stdin is a pasted list: cut it into references first.")
@click.option("--confidence", is_flag=True, help="Give how sure each field is.")
@click.option("--flaws", is_flag=True, help="Tell what could not be read.")
def parse(*, is_list: bool, confidence: bool, flaws: bool) -> None:
    """Read references, one a line, from stdin and write CSL-JSON, one a line, in the same order.

    \b
    Examples:
      echo "Basit H, Kahwaji CI. Clonazepam. StatPearls; 2023." | refs parse
      refs parse --list < pasted.txt
    """
    from refs.library.reading import read_references  # noqa: PLC0415  # loads the trained model

    lines = [sys.stdin.read()] if is_list else _lines(sys.stdin)
    for data, sure, found in read_references(lines, is_list=is_list):
        if confidence:
            data["custom"] = {**data.get("custom", {}), "confidence": sure}
        click.echo(json.dumps(data, ensure_ascii=False))
        for flaw in found if flaws else ():
            say(str(flaw))


def _lines(stream: Iterable[str]) -> Iterator[str]:
    return (line.rstrip("\r\n") for line in stream)
