"""``refs schedule``: checks that come by themselves."""

import shlex
import sys
from pathlib import Path

import click

from refs.cli.context import Settings, pass_settings

_CRON = {"daily": "17 4 * * *", "weekly": "17 4 * * 1", "monthly": "17 4 1 * *"}
_SYSTEMD = """# ~/.config/systemd/user/refs-check.service
[Unit]
Description=Check the references of {library}

[Service]
Type=oneshot
WorkingDirectory={folder}
ExecStart={command}
SuccessExitStatus=3

# ~/.config/systemd/user/refs-check.timer
[Unit]
Description=Check the references {every}

[Timer]
OnCalendar={every}
RandomizedDelaySec=1h
Persistent=true

[Install]
WantedBy=timers.target

# then: systemctl --user enable --now refs-check.timer
"""
_GITHUB = """# .github/workflows/references.yml
name: references
on:
  schedule:
    - cron: "{cron}"
  workflow_dispatch:
jobs:
  check:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-python@v5
        with:
          python-version: "3.12"
      - run: pip install refs
      - run: refs --library {library} check --fail-on dead,soft-404,retracted
      - run: refs --library {library} report
        if: always()
      - uses: actions/upload-artifact@v4
        if: always()
        with:
          name: references
          path: report.html
"""


@click.command()
@click.option(
    "--as", "form", type=click.Choice(["systemd", "cron", "github"]), default="cron", show_default=True
)
@click.option(
    "--every", type=click.Choice(["daily", "weekly", "monthly"]), default="weekly", show_default=True
)
@pass_settings
def schedule(settings: Settings, form: str, every: str) -> None:
    """Print what makes 'refs check' run by itself: a cron line, a systemd timer, or a GitHub workflow.

    \b
    Examples:
      (crontab -l; refs schedule) | crontab -
      refs schedule --as systemd --every daily
    """
    library = str(Path(settings.path).resolve())
    command = shlex.join([sys.executable, "-m", "refs", "--library", library, "check"])
    if form == "cron":
        click.echo(f"{_CRON[every]} {command}")
        return
    text = _SYSTEMD if form == "systemd" else _GITHUB
    name = library if form == "systemd" else settings.path
    click.echo(
        text.format(
            library=name, folder=Path(library).parent, command=command, every=every, cron=_CRON[every]
        ),
        nl=False,
    )
