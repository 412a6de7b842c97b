"""``python -m refs`` is ``refs``."""

from refs.cli.entry import main

if __name__ == "__main__":
    main(prog_name="refs")
