"""``refs serve``: the library in a browser."""

import os
import socket

import click

from refs.cli.context import Settings, pass_settings
from refs.cli.output import say
from refs.errors import CannotServe, MissingExtra


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="The address or name to answer at.")
@click.option("--port", type=click.IntRange(0, 65535), default=8010, show_default=True)
@pass_settings
def serve(settings: Settings, host: str, port: int) -> None:
    """Show the library in a browser: search, add, copy citations, look at links, articles and the report.

    It answers on this machine only unless --host says otherwise; there are no passwords. Programs that accept
    application/json get JSON. Needs refs[web].

    \b
    Examples:
      refs serve
      refs --library shared.db serve --port 8080
    """
    try:
        import uvicorn  # noqa: PLC0415  # an extra

        from refs.web.app import make_app  # noqa: PLC0415  # likewise
    except ModuleNotFoundError as error:
        raise MissingExtra("web", error.name or "starlette") from error
    with settings.open() as library, _listening(host, port) as listener:
        say(f"http://{host}:{listener.getsockname()[1]}  (Ctrl-C ends it)")
        serving = uvicorn.Config(make_app(library, [host]), log_level="warning")
        uvicorn.Server(serving).run(sockets=[listener])


def _listening(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except OSError as error:
        why = os.strerror(error.errno) if error.errno else str(error)
        raise CannotServe(f"{host}:{port}", why.lower()) from error
