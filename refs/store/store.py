"""Store: the whole of one library file."""

from refs.store.adding import Adding
from refs.store.articles import Articles
from refs.store.checks import Checks
from refs.store.duplicates import Duplicates
from refs.store.links import Links
from refs.store.merging import Merging
from refs.store.search import Search
from refs.store.tags import Tags


class Store(Adding, Articles, Checks, Duplicates, Links, Merging, Search, Tags):
    """One library file: ``Store("library.db", encode, decode)``, or ``":memory:"``; use it in a ``with`` block.

    A file that is absent is made. One that is no library, is newer, is damaged, or is held too long by another
    process raises a `StoreError`.
    """
