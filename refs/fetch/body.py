"""Bodies: read piece by piece as they come, so that neither size nor slowness is without bound."""

import time

import urllib3

_PIECE = 65_536


def read_body(response: urllib3.BaseHTTPResponse, most: int, seconds: float) -> tuple[bytes, bool]:
    """The body's first bytes, at most so many in about so many seconds, and whether some of it is not there.

    Raises what urllib3 raises where the connection breaks or the body cannot be unpacked.
    """
    deadline = time.monotonic() + seconds
    pieces, size = [], 0
    # read1 gives what is there; read would wait for a full piece, however slowly it trickles in
    while piece := response.read1(_PIECE, decode_content=True):
        pieces.append(piece)
        size += len(piece)
        if size > most or time.monotonic() > deadline:
            return b"".join(pieces)[:most], True
    return b"".join(pieces), False
