"""Where the program starts."""


def main() -> None:
    """Run the command line."""
