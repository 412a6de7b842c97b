"""The connections of `http.py`, which look at the address they reached before they send anything."""

import urllib3
from urllib3.connection import HTTPConnection, HTTPSConnection

from refs.fetch.address import is_private


def refused_address(error: BaseException | None) -> str | None:
    """The private address behind an error, if that is what it comes from."""
    seen = 0
    while error is not None and seen < 10:
        if isinstance(error, _PrivateAddress):
            return error.address
        inner = error.args[0] if error.args and isinstance(error.args[0], BaseException) else None
        error = getattr(error, "reason", None) or inner or error.__context__
        seen += 1
    return None


class _PrivateAddress(urllib3.exceptions.HTTPError):
    """The name led to an address that is not public; nothing was sent."""

    def __init__(self, address: str) -> None:
        super().__init__(address)
        self.address = address


def guarded_pools(allowed: frozenset[str]) -> dict[str, type[urllib3.HTTPConnectionPool]]:
    """The connection pools, by URL scheme, that reach no private address but those of the hosts allowed."""
    return {
        "http": _pool(urllib3.HTTPConnectionPool, HTTPConnection, allowed),
        "https": _pool(urllib3.HTTPSConnectionPool, HTTPSConnection, allowed),
    }


def _pool(
    pool: type[urllib3.HTTPConnectionPool], connection: type[HTTPConnection], allowed: frozenset[str]
) -> type[urllib3.HTTPConnectionPool]:
    class Guarded(connection):  # type: ignore[misc, valid-type]
        def _new_conn(self) -> object:
            sock = super()._new_conn()
            address = sock.getpeername()[0]
            if is_private(address) and self.host not in allowed:
                sock.close()
                raise _PrivateAddress(address)
            return sock

    return type("GuardedPool", (pool,), {"ConnectionCls": Guarded})
