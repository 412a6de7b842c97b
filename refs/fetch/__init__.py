"""Identifier in, Item out."""
