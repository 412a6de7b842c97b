"""Library: the only place where the trades meet."""
