"""What marks a file as a library, and the SQL of each schema."""

APPLICATION_ID = 0x52454653
"""``REFS``: what `PRAGMA application_id` says of a library."""

VERSION = 1
"""The schema that this refs writes; kept in `PRAGMA user_version`."""
