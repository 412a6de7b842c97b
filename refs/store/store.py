"""Store: the whole of one library file."""

from refs.store.articles import Articles
from refs.store.backup import Backup
from refs.store.collections import Collections
from refs.store.dating import Dating
from refs.store.doctor import Doctor
from refs.store.dumping import Dumping
from refs.store.duplicates import Duplicates
from refs.store.editing import Editing
from refs.store.merging import Merging
from refs.store.search import Search
from refs.store.stats import Counting
from refs.store.sync import Syncing


class Store(
    Articles,
    Backup,
    Collections,
    Counting,
    Dating,
    Doctor,
    Dumping,
    Duplicates,
    Editing,
    Merging,
    Search,
    Syncing,
):
    """One library file: ``Store("library.db", encode, decode)``, or ``":memory:"``; use it in a ``with`` block.

    A file that is absent is made. One that is no library, is newer, is damaged, or is held too long by another
    process raises a `StoreError`.
    """
