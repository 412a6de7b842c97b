"""One service a file: what is asked of it, and how it answers."""
