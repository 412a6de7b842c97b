"""A failure of libcurl as a Reason and words."""

import errno
import os

from refs.model.link import Reason

# the numbers of libcurl-errors(3)
_REASONS = {
    3: Reason.BAD_URL,
    5: Reason.DNS_NO_ANSWER,
    6: Reason.DNS_NO_ANSWER,
    7: Reason.REFUSED,
    8: Reason.PROTOCOL,
    9: Reason.LOGIN,
    16: Reason.PROTOCOL,
    18: Reason.TRUNCATED,
    27: Reason.TOO_LARGE,
    28: Reason.TIMEOUT,
    35: Reason.TLS_OTHER,
    52: Reason.EMPTY,
    55: Reason.RESET,
    56: Reason.RESET,
    60: Reason.TLS_CHAIN,
    61: Reason.PROTOCOL,
    63: Reason.TOO_LARGE,
    67: Reason.LOGIN,
    78: Reason.NOT_FOUND,
    83: Reason.TLS_CHAIN,
    92: Reason.PROTOCOL,
    100: Reason.TOO_LARGE,
}
# X509_V_ERR_… of openssl-verification-options(1)
_VERIFY = {
    9: Reason.TLS_EXPIRED,
    10: Reason.TLS_EXPIRED,
    18: Reason.TLS_SELF_SIGNED,
    62: Reason.TLS_WRONG_HOST,
    64: Reason.TLS_WRONG_HOST,
}
_ERRNO = {
    errno.ECONNREFUSED: Reason.REFUSED,
    errno.ECONNRESET: Reason.RESET,
    errno.ETIMEDOUT: Reason.TIMEOUT,
    errno.ENETUNREACH: Reason.TIMEOUT,
    errno.EHOSTUNREACH: Reason.TIMEOUT,
}


def read_failure(code: int, words: str, number: int, verify: int) -> tuple[Reason, str]:
    """The reason and the evidence of a transfer that failed."""
    if code == 60:
        return _read_tls(words, verify), words
    if code == 7 and number in _ERRNO:
        return _ERRNO[number], f"{words} ({os.strerror(number)})"
    if code == 35 and number == errno.ECONNRESET:
        return Reason.RESET, words
    if "connection died" in words.lower():  # a kept connection that ends without a word, time and again
        return Reason.EMPTY, words
    if code == 1 and "supported or disabled" in words.lower():
        return Reason.SCHEME, words
    if code == 56 and _looks_malformed(words):
        return Reason.TOO_LARGE if "large" in words.lower() else Reason.PROTOCOL, words
    return _REASONS.get(code, Reason.PROTOCOL), words or f"libcurl error {code}"


def _read_tls(words: str, verify: int) -> Reason:
    if verify in _VERIFY:
        return _VERIFY[verify]
    lower = words.lower()
    if "subject name" in lower or "host name" in lower:
        return Reason.TLS_WRONG_HOST
    if "expired" in lower:
        return Reason.TLS_EXPIRED
    return Reason.TLS_CHAIN


def _looks_malformed(words: str) -> bool:
    lower = words.lower()
    return any(each in lower for each in ("too large", "chunk", "malformed", "invalid", "nul byte"))
