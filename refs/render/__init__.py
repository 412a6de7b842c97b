"""Model in, text out."""
