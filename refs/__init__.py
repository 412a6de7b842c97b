"""refs keeps the references of published articles true."""

__version__ = "0.1.0"

__all__ = ["__version__"]
