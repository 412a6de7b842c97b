"""Pages that stand in place of the page: robot walls and error pages that say 200."""

import re

from refs.fetch.webpage.page import Page

# Just a moment..., Access Denied, Attention Required! | Cloudflare, 404 - Page not found
_WALL = re.compile(
    r"^(?:just a moment\b|attention required|access (?:to this page has been )?denied|are you (?:a )?(?:robot|human)|"
    r"robot (?:check|or human)|verify(?:ing)? (?:you are|that you)|please wait|checking your browser|security check|"
    r"pardon our interruption|request (?:rejected|unsuccessful)|forbidden|unauthorized|bot verification|ddos-guard|"
    r"human verification|captcha|one moment, please|client challenge|error$|"
    r"(?:error\s*)?(?:403|404|410|429|500|502|503)\b(?!\s+\w+\s+(?:ways|tips|things)))|"
    r"^(?:\S+\s+){0,3}(?:page|seite|página) (?:was )?(?:not found|nicht gefunden|no encontrada)|^not found",
    re.IGNORECASE,
)


def is_wall(page: Page) -> bool:
    """Whether the title says that this is no page but a wall or an error."""
    return bool(page.title and len(page.title) < 120 and _WALL.search(page.title.strip()))
