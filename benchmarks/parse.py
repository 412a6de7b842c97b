"""References per CPU second, time to load the model, and memory.

python benchmarks/parse.py FILE      one reference a line, or JSON lines with "text"
"""

import json
import resource
import sys
import time
from pathlib import Path


def main() -> None:
    path = (
        Path(sys.argv[1])
        if len(sys.argv) > 1
        else Path(__file__).parent.parent / "tests/parse/reference/gold.txt"
    )
    texts = read_texts(path)
    began = time.process_time()
    from refs.parse.reference import parse_reference

    imported = time.process_time()
    from refs.parse.reference.model import label_tokens
    from refs.parse.reference.tokens import Token

    label_tokens([Token("a", 0, 1)])
    loaded = time.process_time()
    for text in texts:
        parse_reference(text)
    rounds = max(1, 3_000 // len(texts))
    start = time.process_time()
    for _ in range(rounds):
        for text in texts:
            parse_reference(text)
    seconds = time.process_time() - start
    print(f"import {1000 * (imported - began):.0f} ms, model {1000 * (loaded - imported):.0f} ms")
    print(f"{rounds * len(texts) / seconds:,.0f} references per CPU second ({len(texts)} references, warm)")
    print(f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


def read_texts(path: Path) -> list[str]:
    lines = [
        line
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.strip() and not line.startswith((" ", "#"))
    ]
    return [json.loads(line)["text"] if line.startswith('{"') else line for line in lines]


if __name__ == "__main__":
    main()
