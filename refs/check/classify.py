"""An answer or a failure → Verdict, before any history is asked."""

from http import HTTPStatus

from refs.check.answer import Answer
from refs.model.link import Reason, Verdict

Ruling = tuple[Verdict, Reason, str]

_STATUS: dict[int, tuple[Verdict, Reason]] = {
    401: (Verdict.BLOCKED, Reason.LOGIN),
    402: (Verdict.BLOCKED, Reason.LOGIN),
    403: (Verdict.BLOCKED, Reason.ROBOT_WALL),
    404: (Verdict.SUSPECT, Reason.NOT_FOUND),
    405: (Verdict.BLOCKED, Reason.METHOD),
    406: (Verdict.BLOCKED, Reason.ROBOT_WALL),
    407: (Verdict.BLOCKED, Reason.LOGIN),
    410: (Verdict.DEAD, Reason.GONE),
    418: (Verdict.BLOCKED, Reason.ROBOT_WALL),
    423: (Verdict.BLOCKED, Reason.LOGIN),
    429: (Verdict.BLOCKED, Reason.RATE_LIMIT),
    430: (Verdict.BLOCKED, Reason.RATE_LIMIT),
    451: (Verdict.BLOCKED, Reason.LEGAL),
    999: (Verdict.BLOCKED, Reason.ROBOT_WALL),
}
_FAILURES: dict[Reason, Verdict] = {
    Reason.DNS_NO_NAME: Verdict.SUSPECT,
    Reason.NOT_FOUND: Verdict.SUSPECT,
    Reason.LOGIN: Verdict.BLOCKED,
    Reason.PRIVATE_ADDRESS: Verdict.SKIPPED,
    Reason.SCHEME: Verdict.SKIPPED,
    Reason.BAD_URL: Verdict.SKIPPED,
    Reason.ROBOTS: Verdict.SKIPPED,
    Reason.EXCLUDED: Verdict.SKIPPED,
}
FLEETING = frozenset(
    {
        Reason.RESET,
        Reason.TIMEOUT,
        Reason.EMPTY,
        Reason.TRUNCATED,
        Reason.REFUSED,
        Reason.DNS_NO_ANSWER,
        Reason.PROTOCOL,
        Reason.TLS_OTHER,
    }
)
"""Failures that another try may heal."""

NETWORK = FLEETING | {Reason.DNS_NO_NAME}
"""Failures that our own network could be to blame for."""


def rule_failure(answer: Answer) -> Ruling:
    """The ruling on an answer that has an error."""
    reason = answer.error or Reason.PROTOCOL
    return _FAILURES.get(reason, Verdict.UNREACHABLE), reason, answer.detail


def rule_status(answer: Answer) -> Ruling:
    """The ruling on a status of 300 and more that leads nowhere else."""
    verdict, reason = _STATUS.get(answer.status, (Verdict.UNREACHABLE, Reason.HTTP_ERROR))
    if answer.status >= 500 and answer.status != 999:
        reason = Reason.SERVER_ERROR
    return verdict, reason, _words(answer)


def is_fleeting(answer: Answer) -> bool:
    """Whether another try may bring another answer."""
    if answer.error is not None:
        return answer.error in FLEETING
    return answer.status in {408, 425, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524, 527}


def _words(answer: Answer) -> str:
    try:
        words = HTTPStatus(answer.status).phrase
    except ValueError:
        words = ""
    wait = answer.headers.get("retry-after")
    return f"{answer.status} {words}".strip() + (f", Retry-After: {wait[:40]}" if wait else "")
