"""Model in and out of SQLite: one file that holds items, articles, links, checks and tags."""

from refs.store.store import Store

__all__ = ["Store"]
