"""Options of the commands that look at links: how patiently, what is told, what counts as a failure."""

import datetime as dt

import click

from refs.model.link import Verdict

_FAILURES = ("none", "retracted", *map(str, Verdict))


def _read_day(_context: click.Context, _option: click.Parameter, text: str | None) -> str | None:
    try:
        dt.date.fromisoformat((text or "2026-01-31")[:10])
    except ValueError:
        raise click.BadParameter(f"'{text}' is no day. Write it like 2026-01-31.") from None
    return text


def _read_failures(_context: click.Context, _option: click.Parameter, text: str) -> str:
    unknown = [word for word in map(str.strip, text.split(",")) if word and word not in _FAILURES]
    if unknown:
        raise click.BadParameter(f"'{unknown[0]}' is none of {', '.join(_FAILURES)}.")
    return text


changed_since_option = click.option(
    "--changed-since",
    metavar="DATE",
    callback=_read_day,
    help="Tell only verdicts that are others than before this day (2026-01-31).",
)
delay_option = click.option(
    "--delay", type=click.FloatRange(min=0), default=None, help="Seconds between two requests to one host."
)
fail_on_option = click.option(
    "--fail-on",
    default="dead,soft-404,retracted",
    show_default=True,
    callback=_read_failures,
    help="What ends with exit code 3: verdicts, retracted, or none.",
)
