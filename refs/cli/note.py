"""``refs note``: notes and attachments of an item."""

import click

from refs.cli.context import Settings, pass_settings
from refs.cli.output import print_rows


@click.command()
@click.argument("name")
@click.argument("text", required=False)
@click.option("--attach", metavar="FILE|URL", help="Attach a file (with its checksum) or a URL.")
@click.option("--detach", metavar="FILE|URL", help="Take an attachment off.")
@click.option("--remove", type=int, metavar="NUMBER", help="Take the note of that number away.")
@pass_settings
def note(
    settings: Settings,
    name: str,
    text: str | None,
    attach: str | None,
    detach: str | None,
    remove: int | None,
) -> None:
    """Put a note or an attachment on the item called NAME, or list those that it has.

    \b
    Examples:
      refs note basit2023 "Check the dose table"
      refs note basit2023 --attach label.pdf
      refs note basit2023
    """
    with settings.open(create=False) as library:
        key, store = library.key_of(name), library.store
        if text:
            store.add_note(key, text)
        if attach:
            store.add_attachment(key, attach)
        if detach:
            store.remove_attachment(key, detach)
        if remove is not None:
            store.remove_note(remove)
        if not (text or attach or detach or remove is not None):
            notes = [{"number": each.id, "note": each.text} for each in store.notes(key)]
            print_rows(notes, ("number", "note"))
            files = [
                {"attachment": a.place, "trouble": store.attachment_trouble(a)}
                for a in store.attachments(key)
            ]
            print_rows(files, ("attachment", "trouble"))
