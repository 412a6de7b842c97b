"""Records as catalogues have exchanged them since tapes (ISO 2709): a leader, a directory, and fields."""

RECORD_END, FIELD_END = "\x1d", "\x1e"
LEADER = 24
"""The characters of the leader."""
_ENTRY = 12


def fields_of(record: str) -> list[tuple[str, str]] | None:
    """The tags and values of a record, None where it has no directory.

    The fields are cut at their separators, not counted: the lengths count bytes of an encoding that is gone.
    """
    end = record.find(FIELD_END, LEADER)
    if end < 0:
        return None
    directory = record[LEADER:end]
    tags = [directory[at : at + 3] for at in range(0, len(directory) - _ENTRY + 1, _ENTRY)]
    return list(zip(tags, record[end + 1 :].split(FIELD_END), strict=False))
