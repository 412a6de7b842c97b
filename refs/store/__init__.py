"""Model in and out of SQLite."""
