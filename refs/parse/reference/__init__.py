"""Free text in, items out."""
