"""Where the references of a list begin and end: str in, pieces out."""
