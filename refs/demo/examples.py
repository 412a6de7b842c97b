"""The example articles that come with refs."""

from pathlib import Path

from refs.errors import UnreadableFile

_PLACES = (Path(__file__).parents[2] / "examples", Path(__file__).parents[1] / "data" / "examples")
"""A checkout has them beside the package, an installed refs inside it."""

ARTICLES = (
    "klonopin-addiction.txt",
    "benzodiazepine-safety.txt",
    "benzodiazepine-misuse.txt",
    "helping-someone.txt",
    "clonazepam-guide.txt",
    "panic-attacks.html",
    "sleep-medicines.html",
)


def article_paths() -> list[Path]:
    """The published example articles, in the order in which the demo reads them."""
    folder = examples_folder() / "articles"
    return [folder / name for name in ARTICLES]


def examples_folder() -> Path:
    """Where the examples are; raises UnreadableFile where they are missing."""
    for place in _PLACES:
        if place.is_dir():
            return place
    raise UnreadableFile("examples", "the examples are missing", "Install refs anew.")
