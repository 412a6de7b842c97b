"""The library in a browser."""
