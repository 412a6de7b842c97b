"""Chase: from a URL over its redirects to the answer at the end, each hop asked for and judged by itself."""

from collections.abc import Generator
from dataclasses import dataclass, field, replace

from refs.check.answer import Answer, Request
from refs.check.classify import is_fleeting
from refs.check.cookies import Cookies
from refs.check.patience import read_retry_after
from refs.check.settings import Settings
from refs.check.target import Refusal, Target, join_target
from refs.model.link import Reason

REDIRECTS = frozenset({301, 302, 303, 307, 308})
PERMANENT = frozenset({301, 308})


@dataclass(frozen=True, slots=True)
class Pause:
    """Wait so many seconds before the next command; with `host` nobody else asks that host either."""

    seconds: float
    host: str | None = None


Command = Request | Pause


@dataclass(slots=True)
class Trail:
    """Where a chase has come to: the hops behind it, the target it stands at, and the answer there."""

    start: Target
    end: Target
    hops: list[tuple[int, str]] = field(default_factory=list)
    answer: Answer = field(default_factory=Answer)
    spent: int = 0

    @property
    def moved_to(self) -> str | None:
        """The new address that permanent redirects offer: the place after the last permanent one of the lead."""
        for place, (status, url) in enumerate(self.hops):
            if status not in PERMANENT:
                return url if place else None
        return self.end.shown if self.hops else None


Chasing = Generator[Command, Answer, Trail]


def chase(
    start: Target,
    method: str,
    limit: int,
    settings: Settings,
    *,
    plain: bool = False,
    first: Answer | None = None,
) -> Chasing:
    """The trail from a target; redirects are followed by hand, with the cookies of the way.

    `first` is an answer that is there already for the first request. A HEAD is not asked twice: what it fails to
    say, a GET will.
    """
    trail, cookies, seen = Trail(start, start), Cookies(), set()
    headers = ("Accept: */*",) if plain else ()
    while True:
        request = Request(trail.end, method, limit, headers, cookies.header(trail.end), plain)
        if (trail.end.url, request.cookies) in seen:
            return _stop(trail, Reason.REDIRECT_LOOP, f"goes round at {trail.end.shown}")
        seen.add((trail.end.url, request.cookies))
        if method == "HEAD":
            trail.answer = first or (yield request)
        else:
            trail.answer = yield from ask_patiently(request, settings, first)
        first = None
        trail.spent += trail.answer.milliseconds
        if trail.answer.error or trail.answer.status not in REDIRECTS:
            return trail
        location = trail.answer.headers.get("location")
        if not location:
            return trail
        if trail.answer.cookies:
            cookies.take(trail.end, trail.answer)
        if not step(trail, location, settings):
            return trail


def step(trail: Trail, location: str, settings: Settings) -> bool:
    """Move the trail one hop on; False, with the error as its answer, when there is no going on."""
    trail.hops.append((trail.answer.status, trail.end.shown))
    if len(trail.hops) > settings.max_redirects:
        _stop(trail, Reason.TOO_MANY_REDIRECTS, f"more than {settings.max_redirects} redirects")
        return False
    following = join_target(trail.end, _from_gateway(location, trail.end, settings))
    if isinstance(following, Refusal):
        reason = Reason.PROTOCOL if following.reason is Reason.SCHEME else following.reason
        _stop(trail, reason, f"redirected to nowhere: {following.detail}")
        return False
    trail.end = following
    return True


def ask_patiently(
    request: Request, settings: Settings, first: Answer | None = None
) -> Generator[Command, Answer, Answer]:
    """The answer to a request, asked again when it may have been chance or when the server names a time."""
    answer = first or (yield request)
    for turn in range(settings.retries):
        if not is_fleeting(answer):
            break
        wait = read_retry_after(answer, settings.clock())
        if wait is not None and wait > settings.patience:
            break
        if wait is None and answer.status == 429:
            wait = min(settings.retry_delay * 4**turn, settings.patience)
        yield Pause(
            settings.retry_delay * 2**turn if wait is None else wait,
            request.target.host if answer.status in {429, 503} else None,
        )
        if answer.error is Reason.PROTOCOL and not request.plain:
            request = replace(request, plain=True)  # some servers fail in HTTP/2 alone
        answer = yield request
    return answer


def _stop(trail: Trail, reason: Reason, words: str) -> Trail:
    trail.answer = replace(trail.answer, error=reason, detail=words)
    return trail


def _from_gateway(location: str, target: Target, settings: Settings) -> str:
    """A place that the gateway names by its own address, as the place it stands for."""
    gateway = settings.services.gateway
    if gateway and location.startswith(gateway):
        return target.url[: len(target.url) - len(target.tail)] + (location[len(gateway) :] or "/")
    return location
