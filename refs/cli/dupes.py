"""``refs dupes``: items that are one work."""

import click

from refs.cli.context import Settings, pass_settings
from refs.cli.output import print_json, say


@click.command()
@click.option("--distinct", is_flag=True, help="Remember that the items called NAMES are different works.")
@click.argument("names", nargs=-1)
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@pass_settings
def dupes(settings: Settings, names: tuple[str, ...], *, distinct: bool, as_json: bool) -> None:
    """List the clusters of items that are one work, with scores and reasons; 'refs merge' merges them.

    \b
    Examples:
      refs dupes
      refs dupes --distinct basit2023 basit2023a
    """
    if len(names) < 2 if distinct else names:
        raise click.UsageError("Name two or more items with --distinct, and none without it.")
    with settings.open(create=False) as library:
        if distinct:
            library.store.set_distinct(library.resolve(names))
            return
        clusters = library.store.duplicates()
        if as_json:
            print_json([{"keep": each.keep, "others": each.others, "score": each.score} for each in clusters])
            return
        if not clusters:
            say("No two items are one work.")
        for cluster in clusters:
            click.echo(f"{cluster.keep}  {library.get(cluster.keep).title or ''}")
            for pair in cluster.pairs:
                click.echo(f"  {pair.score:5.1f}  {pair.one} = {pair.other}  ({', '.join(pair.reasons)})")
