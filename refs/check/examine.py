"""Examine: one link from its registry to its page, as a dialogue of requests and answers that ends in a look."""

from collections.abc import Generator
from dataclasses import replace

from refs.check.answer import Answer, Request
from refs.check.chase import REDIRECTS, Command, Trail, chase, step
from refs.check.classify import Ruling, rule_failure, rule_status
from refs.check.destination import judge_redirect
from refs.check.fingerprint import fingerprint
from refs.check.fragment import missing_fragment
from refs.check.history import History
from refs.check.page import Page, read_error_page, read_page, read_refresh
from refs.check.parking import judge_parking
from refs.check.registry.ask import ask_registry
from refs.check.registry.word import Word
from refs.check.robots import Robots
from refs.check.settings import Settings
from refs.check.sibling import Siblings
from refs.check.soft404 import is_shell, judge_words
from refs.check.strikes import count_strikes
from refs.check.tables import Quirk, quirks
from refs.check.target import Refusal, Target, hide_credentials, read_target
from refs.check.wall import find_wall, is_wall_place
from refs.model.identifier import Identifier, Scheme
from refs.model.link import Check, Link, Reason, Verdict

Examination = Generator[Command, Answer, Check]
_FEW = 60
_ACCEPTED = 202
_NO_PAGE = Page()
_NOT_GONE = {Reason.SERVER_ERROR: Verdict.UNREACHABLE, Reason.LOGIN: Verdict.BLOCKED}


class Examiner:
    """Examines links; remembers what hosts show at made-up addresses."""

    def __init__(self, settings: Settings, history: History) -> None:
        self.settings = settings
        self._history = history
        self._robots = Robots(settings)
        self._quirks = quirks()
        self._when = ""
        self.tick()
        self._siblings = Siblings(settings) if settings.siblings and settings.content else None

    def examine(self, link: Link, target: Target, identifier: Identifier | None) -> Examination:
        """A look at a link: the word of its registry, else what its page shows."""
        if identifier is not None:
            word = yield from ask_registry(identifier, self.settings)
            if word.found and identifier.scheme is Scheme.FDA_LABEL:
                return (yield from self._examine_listed(link, target, word))
            if word.found is not None:
                return self.registry_look(link, word)
        return (yield from self.examine_page(link, target))

    def _examine_listed(self, link: Link, target: Target, word: Word) -> Examination:
        """A look at a document that is listed, which does not keep its file from being taken away."""
        look = yield from self.examine_page(link, target)
        if look.verdict in {Verdict.BLOCKED, Verdict.UNREACHABLE}:
            return self.registry_look(link, word)
        return replace(look, evidence=f"{look.evidence}; {word.detail}" if look.evidence else word.detail)

    def registry_look(self, link: Link, word: Word) -> Check:
        """The look that a registry's word makes."""
        verdict = Verdict.ALIVE if word.found else Verdict.DEAD
        look = self._look(link.url, (verdict, Reason.REGISTRY, word.detail))
        return replace(look, final_url=word.url)

    def refused_look(self, link: Link, refusal: Refusal) -> Check:
        """The look at a URL that is not asked for."""
        return self._look(link.url, (Verdict.SKIPPED, refusal.reason, refusal.detail))

    def blank_look(self, link: Link) -> Check:
        """A look that has seen nothing."""
        return self._look(link.url, (Verdict.OFFLINE, Reason.NO_NETWORK, ""))

    def failed_look(self, link: Link, error: Exception) -> Check:
        """The look at a page that we could not make out, by our own fault or its."""
        words = f"could not be made out: {type(error).__name__}: {error}"
        return self._look(link.url, (Verdict.UNREACHABLE, Reason.PROTOCOL, words[:300]))

    def examine_page(self, link: Link, target: Target) -> Examination:
        """A look at a page over HTTP."""
        if self.settings.robots and not (yield from self._robots.allow(target)):
            return self.refused_look(link, Refusal(Reason.ROBOTS, f"robots.txt of {target.name} forbids it"))
        settings = self.settings
        quirk, place = None, target
        if target.name in self._quirks:
            quirk = _find_quirk(target)
            place = _rewritten(target, quirk)
        if settings.content or target.fragment or target.scheme == "ftp":
            trail = yield from chase(place, "GET", settings.body_limit, settings)
        else:
            answer = yield Request(place, "HEAD", 0)
            if _believable(answer):
                return self._quick_look(link.url, answer)
            trail = yield from self._doubt_head(place, answer)
            if not trail.hops and _believable(trail.answer):
                return self._quick_look(link.url, trail.answer)
        if trail.answer.status == 404 and self._is_last_strike(link):
            trail = yield from chase(place, "GET", settings.body_limit, settings, plain=True)
        return (yield from self._conclude(link, target, trail, quirk))

    def _doubt_head(self, place: Target, answer: Answer) -> Generator[Command, Answer, Trail]:
        """The trail after a HEAD that did not end it: over its redirects, or by GET where it is not believed."""
        if answer.status in REDIRECTS:
            trail = yield from chase(place, "HEAD", 0, self.settings, first=answer)
            if _believable(trail.answer) and judge_redirect(place, trail.end) is None:
                return trail
        busy = answer if answer.status in {429, 503} else None  # a GET at once would only anger it
        return (yield from chase(place, "GET", self.settings.body_limit, self.settings, first=busy))

    def _quick_look(self, url: str, answer: Answer) -> Check:
        headers = answer.headers
        return Check(
            url,
            self._when,
            Verdict.ALIVE,
            Reason.OK,
            answer.status,
            None,
            None,
            None,
            None,
            headers.get("etag"),
            headers.get("last-modified"),
            answer.certificate_expiry,
            answer.milliseconds,
            self.settings.machine,
        )

    def _is_last_strike(self, link: Link) -> bool:
        past, days = self._history(link.url), self.settings.strike_days
        return count_strikes(past, self._when, days, Reason.NOT_FOUND) >= self.settings.strikes

    def _conclude(self, link: Link, target: Target, trail: Trail, quirk: Quirk | None) -> Examination:
        answer = trail.answer
        if answer.error is not None:
            return self._look(link.url, rule_failure(answer), trail)
        if answer.status >= 300:
            return self._bad_look(link, trail, quirk)
        wanted = self.settings.content or target.fragment or answer.status == _ACCEPTED
        page = read_page(answer) if answer.body and wanted else None
        place = _refresh(answer, page)
        if place is not None:
            trail, page = yield from self._follow_refresh(trail, page, place)
            answer = trail.answer
        if answer.error is not None:
            return self._look(link.url, rule_failure(answer), trail, page)
        if answer.status >= 300:
            return self._bad_look(link, trail, quirk)
        ruling = yield from self._rule_good(target, trail, page, quirk)
        return self._look(link.url, ruling, trail, page)

    def _bad_look(self, link: Link, trail: Trail, quirk: Quirk | None) -> Check:
        page = read_error_page(trail.answer) if trail.answer.body else Page()
        return self._look(link.url, _rule_bad(trail.answer, page, quirk), trail, page)

    def _follow_refresh(
        self, trail: Trail, page: Page | None, place: str
    ) -> Generator[Command, Answer, tuple[Trail, Page | None]]:
        """Where a refresh leads; a page that refreshes itself is the end."""
        before = trail.end
        if not step(trail, place, self.settings) or trail.end.url == before.url:
            trail.hops.pop()
            trail.end = before
            return trail, page
        onward = yield from chase(trail.end, "GET", self.settings.body_limit, self.settings)
        trail.hops += onward.hops
        trail.end, trail.answer = onward.end, onward.answer
        return trail, read_page(trail.answer) if trail.answer.body else None

    def _rule_good(
        self, target: Target, trail: Trail, page: Page | None, quirk: Quirk | None
    ) -> Generator[Command, Answer, Ruling]:
        if wall := _find_wall(target, trail, page):
            return Verdict.BLOCKED, Reason.ROBOT_WALL, wall
        scripted = quirk is not None and quirk.scripted
        wrong = yield from self._find_wrong(target, trail, page, scripted=scripted)
        if wrong is not None:
            return _NOT_GONE.get(wrong[0], Verdict.SOFT_404), *wrong
        if page is not None and target.fragment and (quirk is None or quirk.fragments):
            missing = yield from self._missing_fragment(target, trail, page)
            if missing:
                return Verdict.CHANGED, Reason.FRAGMENT_MISSING, missing
        if trail.hops and (moved := trail.moved_to):
            return Verdict.MOVED, Reason.PERMANENT_REDIRECT, f"moved for good to {moved}"
        return Verdict.ALIVE, Reason.OK, ""

    def _find_wrong(
        self, target: Target, trail: Trail, page: Page | None, *, scripted: bool
    ) -> Generator[Command, Answer, tuple[Reason, str] | None]:
        """What keeps a good answer from being the page, in the words of the page if it has any."""
        wrong = None if scripted else judge_redirect(target, trail.end)
        if page is None:
            is_empty = self.settings.content and _is_empty(trail)
            return wrong or ((Reason.EMPTY, "the page is empty") if is_empty else None)
        if scripted or not (trail.answer.is_page or trail.answer.kind == "text/plain"):
            return wrong
        wrong = (yield from self._judge_page(page, trail)) or wrong
        if wrong is None and self._siblings is not None:
            wrong = yield from self._siblings.judge(target, trail, page)
        return wrong

    def _judge_page(self, page: Page, trail: Trail) -> Generator[Command, Answer, tuple[Reason, str] | None]:
        if self.settings.parking:
            parked = yield from judge_parking(page, trail.end, trail.answer)
            if parked is not None:
                return parked
        if not page.all_text and not page.scripts and not page.title:
            return Reason.EMPTY, "the page is empty"
        return judge_words(page)

    def _missing_fragment(
        self, target: Target, trail: Trail, page: Page
    ) -> Generator[Command, Answer, str | None]:
        """What of the fragment is missing; a long page is read further before it is said."""
        if not trail.answer.is_page or is_shell(page):
            return None
        missing = missing_fragment(target.fragment, page)
        if missing is None or not trail.answer.cut:
            return missing
        longer = yield from chase(trail.end, "GET", self.settings.deep_limit, self.settings)
        if longer.answer.error or longer.answer.cut or longer.answer.status != 200:
            return None
        return missing_fragment(target.fragment, read_page(longer.answer))

    def _look(self, url: str, ruling: Ruling, trail: Trail | None = None, page: Page | None = None) -> Check:
        verdict, reason, evidence = ruling
        when = self._when
        if trail is None:
            return Check(url, when, verdict, reason, evidence=evidence or None, machine=self.settings.machine)
        answer = trail.answer
        return Check(
            url,
            when,
            verdict,
            reason,
            answer.status or None,
            _final_url(trail, verdict),
            page.title if page else None,
            _print_of(page, verdict) if self.settings.content else None,
            None,
            answer.headers.get("etag"),
            answer.headers.get("last-modified") or (page.modified if page else None),
            answer.certificate_expiry,
            trail.spent,
            self.settings.machine,
            tuple(trail.hops),
            hide_credentials(evidence)[:500] or None,
        )

    def tick(self) -> None:
        """Look at the clock; all looks until the next time bear this moment."""
        self._when = self.settings.clock().strftime("%Y-%m-%dT%H:%M:%SZ")


def _believable(answer: Answer) -> bool:
    """Whether a HEAD may be believed; 202 is what a wall says while it has a puzzle solved."""
    return answer.error is None and 200 <= answer.status < 300 and answer.status != _ACCEPTED


def _refresh(answer: Answer, page: Page | None) -> str | None:
    """Where a page without a text of its own sends its readers, by its head or by a header."""
    if page is not None and page.words >= _FEW:
        return None
    return (page.refresh if page else None) or read_refresh(answer.headers.get("refresh", ""))


def _find_wall(target: Target, trail: Trail, page: Page | None) -> str | None:
    if trail.hops and is_wall_place(target, trail.end):
        return f"redirected to the robot wall {trail.end.shown}"
    wall = find_wall(trail.answer, page or _NO_PAGE)
    return f"robot wall: {wall}" if wall else None


def _is_empty(trail: Trail) -> bool:
    answer = trail.answer
    return answer.status == 200 and not answer.body and not answer.detail and trail.end.scheme != "ftp"


def _rule_bad(answer: Answer, page: Page, quirk: Quirk | None) -> Ruling:
    ruling = rule_status(answer)
    if quirk is not None and answer.status in quirk.blocked and (quirk.marker or "") in page.source:
        return Verdict.BLOCKED, Reason.ROBOT_WALL, f"{ruling[2]}; {quirk.name}"
    wall = find_wall(answer, page)
    if wall and answer.status not in {401, 410, 451}:
        return Verdict.BLOCKED, Reason.ROBOT_WALL, f"{ruling[2]}; robot wall: {wall}"
    return ruling


def _find_quirk(target: Target) -> Quirk | None:
    for quirk in quirks().get(target.name, ()):
        if quirk.pattern is None or quirk.pattern.search(target.url):
            return quirk
    return None


def _rewritten(target: Target, quirk: Quirk | None) -> Target:
    if quirk is None or quirk.rewrite is None or quirk.pattern is None:
        return target
    found = quirk.pattern.search(target.url)
    place = read_target(found.expand(quirk.rewrite)) if found else target
    return place if isinstance(place, Target) else target


def _final_url(trail: Trail, verdict: Verdict) -> str | None:
    if not trail.hops:
        return None
    return trail.moved_to if verdict is Verdict.MOVED else trail.end.shown


def _print_of(page: Page | None, verdict: Verdict) -> str | None:
    if page is None or not verdict.is_good or is_shell(page):
        return None
    return fingerprint(page.text)
