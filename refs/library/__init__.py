"""Library: the only place where the trades meet."""

from refs.library.library import Library

__all__ = ["Library"]
