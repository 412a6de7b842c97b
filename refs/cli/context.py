"""What every command is given: which library, and how to reach the world."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from refs.library import Library


@dataclass(frozen=True)
class Settings:
    """The options of the group."""

    path: str = "library.db"
    offline: bool = False
    contact: str | None = None
    gateway: str | None = None

    def open(self, *, create: bool = True, path: str | None = None) -> Library:
        """The library, opened; close it with ``with``."""
        from refs.library import Library  # noqa: PLC0415  # slow, and not every command needs it
        from refs.model.services import Services  # noqa: PLC0415  # likewise

        return Library.open(
            path or self.path,
            services=Services(gateway=self.gateway),
            offline=self.offline,
            contact=self.contact,
            create=create,
        )


pass_settings = click.make_pass_decorator(Settings)
