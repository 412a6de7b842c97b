"""Tables and trained models."""
