"""Registries: the words of those who keep the identifiers, asked before any landing page."""
