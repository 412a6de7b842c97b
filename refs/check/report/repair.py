"""What a person can do about a verdict, in one sentence."""

from refs.model.link import Check, Reason, Verdict

_BY_REASON = {
    Reason.PARKED: "The domain changed hands: replace the link or cite an archived copy.",
    Reason.REDIRECT_LOGIN: "The page is behind a login now: cite a public version or an archived copy.",
    Reason.REDIRECT_HOME: "The page is gone and its address leads to the home page: find its new address or cite an archived copy.",
    Reason.REDIRECT_SEARCH: "The page is gone and its address leads to a search: find its new address or cite an archived copy.",
    Reason.FRAGMENT_MISSING: "The page lives but the cited part is not there: cite the page, or the part's new name.",
    Reason.DNS_NO_NAME: "The host has no address: find the publisher's new domain or cite an archived copy.",
    Reason.TLS_EXPIRED: "The site's certificate has expired; this is usually mended within days.",
    Reason.TLS_WRONG_HOST: "The certificate is for another host: look for the right host name.",
    Reason.LOGIN: "Only people with an account see this page: open it by hand.",
    Reason.LEGAL: "The page is withheld for legal reasons here: open it by hand from elsewhere.",
    Reason.RATE_LIMIT: "The site asked us to slow down: it is checked again tomorrow.",
}
_BY_VERDICT = {
    Verdict.DEAD: "Replace the link, or cite an archived copy.",
    Verdict.SOFT_404: "The page says that it is gone: find its new address or cite an archived copy.",
    Verdict.SUSPECT: "Nothing yet: it is looked at again before it is called dead.",
    Verdict.CHANGED: "Read it again: if it still says what you cite, set a new retrieval date.",
    Verdict.BLOCKED: "The site refuses programs: open it by hand once.",
    Verdict.UNREACHABLE: "Nothing yet: it is tried again.",
    Verdict.OFFLINE: "Check again with a network.",
}


def suggest_repair(check: Check, archived: str | None = None) -> str | None:
    """The next step for a checked link; None when there is nothing to do."""
    if check.verdict is Verdict.MOVED:
        return "Use its new address." if check.final_url else None
    if archived and check.verdict in {Verdict.DEAD, Verdict.SOFT_404, Verdict.SUSPECT}:
        return "Cite the archived copy."
    if check.reason is Reason.REGISTRY and check.verdict is Verdict.DEAD:
        return "The registry knows no such identifier: look for a typing mistake."
    return _BY_REASON.get(check.reason) or _BY_VERDICT.get(check.verdict)
