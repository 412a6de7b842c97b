"""refs keeps the references of published articles true."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from refs.library import Library

__version__ = "0.1.0"

__all__ = ["Library", "__version__"]


def __getattr__(name: str) -> Any:
    """Library, imported when it is first asked for, so that the program starts at once."""
    if name == "Library":
        from refs.library import Library  # noqa: PLC0415  # see above

        return Library
    raise AttributeError(name)
