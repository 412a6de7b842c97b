"""One command a file, named for its verb."""
