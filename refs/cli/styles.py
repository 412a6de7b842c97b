"""``refs styles``: the CSL styles at hand."""

import click

from refs.cli.output import print_json, say


@click.command()
@click.argument("words", nargs=-1)
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def styles(words: tuple[str, ...], *, as_json: bool) -> None:
    """List the styles whose names contain all of the WORDS.

    \b
    Example:
      refs styles vancouver
    """
    from refs.library.citing import find_styles  # noqa: PLC0415  # reads a folder of ten thousand names

    names = find_styles(words)
    if as_json:
        print_json(names)
        return
    if not names:
        say(f"No style has '{' '.join(words)}' in its name.")
    for name in names:
        click.echo(name)
