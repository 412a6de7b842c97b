"""``refs list``: what the library holds."""

import click

from refs.cli.context import Settings, pass_settings
from refs.cli.output import print_rows, shape_options

COLUMNS = ("id", "type", "year", "verdict", "title")


@click.command()
@click.option("--article", help="Only what this article cites, in its order.")
@click.option("--tag", help="Only items with this tag.")
@click.option("--unresolved", is_flag=True, help="Only items that a service has yet to complete.")
@click.option("--limit", type=click.IntRange(1), default=None, help="At most so many.")
@shape_options
@pass_settings
def list(  # noqa: A001  # the command's name
    settings: Settings,
    article: str | None,
    tag: str | None,
    limit: int | None,
    shape: str | None,
    *,
    unresolved: bool,
) -> None:
    """List the items of the library.

    \b
    Examples:
      refs list
      refs list --article article.txt
      refs list --unresolved --json
    """
    with settings.open(create=False) as library:
        rows = library.rows(article=article, tag=tag, unresolved=unresolved, limit=limit)
        print_rows(rows, COLUMNS, shape, empty="There is no such item.")
