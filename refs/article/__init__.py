"""A published article in, Article out; and the way back."""
