"""Where the example articles and bibliographies are: inside the package when installed, else beside it."""

from pathlib import Path

_PACKAGE = Path(__file__).parents[1]
_PLACES = (_PACKAGE / "data" / "examples", _PACKAGE.parent / "examples")


def example_folder() -> Path:
    """The folder of the examples: ``articles/`` and the bibliographies ``library.*``."""
    return next((place for place in _PLACES if (place / "articles").is_dir()), _PLACES[-1])


def example_articles() -> tuple[Path, ...]:
    """The published articles, without the draft, by name."""
    return tuple(
        path for path in sorted((example_folder() / "articles").glob("*")) if path.suffix in {".txt", ".html"}
    )


def example_bibliographies() -> tuple[Path, ...]:
    """The bibliographies, by name."""
    return tuple(sorted(example_folder().glob("library.*")))
