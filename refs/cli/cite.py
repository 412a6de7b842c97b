"""``refs cite``: a citation for the text, printed or put in."""

import click

from refs.cli.clipboard import copy_text
from refs.cli.complete import complete_names
from refs.cli.context import Settings, pass_settings
from refs.cli.manner import output_option, style_options
from refs.cli.output import say_flaws
from refs.cli.picker import pick_names
from refs.cli.revision import show_revision, write_options


@click.command()
@click.argument("names", nargs=-1, shell_complete=complete_names)
@style_options("the house's, or apa")
@click.option("--locator", help="A place in the work, such as 'p. 4'.")
@output_option
@click.option(
    "--at", metavar="TEXT", help="Put it into the article that the first name is, after these words."
)
@click.option("--copy", is_flag=True, help="Also copy it to the clipboard.")
@write_options
@pass_settings
def cite(
    settings: Settings,
    names: tuple[str, ...],
    style: str | None,
    locale: str | None,
    locator: str | None,
    output: str,
    at: str | None,
    out: str | None,
    *,
    copy: bool,
    write: bool,
    no_backup: bool,
) -> None:
    """Print the citation of the items called NAMES, as one marker, and their entries after it.

    Without NAMES, a few words find items to pick from. With --at the first name is an article, and the citation is put into it; the change is shown, --write makes it.

    \b
    Examples:
      refs cite basit2023
      refs cite NBK556010 PMC8583742 --style american-medical-association
      refs cite article.txt basit2023 --at "a Schedule IV drug" --write
    """
    with settings.open(create=False) as library:
        if at is None:
            chosen = names or pick_names(library)
            text = library.cite(chosen, style=style, locale=locale, locator=locator, output=output)
            click.echo(text)
            if copy:
                copy_text(text.split("\n", 1)[0])
            say_flaws(library.flaws_for_citing(chosen))
            return
        if len(names) < 2:
            raise click.UsageError("With --at, name the article and then the items to cite.")
        revision = library.insert(names[0], names[1:], at=at, style=style, locale=locale)
        show_revision(revision, write=write, out=out, no_backup=no_backup)
        say_flaws(library.flaws_for_citing(names[1:]))
