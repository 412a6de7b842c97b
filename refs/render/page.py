"""Document → HTML of a page: a bibliography with anchors, citations that lead to them."""

from collections.abc import Mapping

from refs.render.document import Bibliography, RenderedCitation
from refs.render.output.links import Version, anchor_of, link_addresses


def render_html_bibliography(
    bibliography: Bibliography, versions: Mapping[str, Version] | None = None, *, prefix: str = "ref-"
) -> str:
    """The entries of a document rendered with ``output="html"``, each with its anchor and its addresses as links."""
    entries = [
        f'  <div class="csl-entry" id="{anchor_of(each.id, prefix)}">{link_addresses(each.text, versions)}</div>\n'
        for each in bibliography.entries
    ]
    return f'<div class="csl-bib-body">\n{"".join(entries)}</div>\n'


def render_html_citation(citation: RenderedCitation, *, prefix: str = "ref-") -> str:
    """A citation rendered with ``output="html"`` that leads to the entry of its first item."""
    if not citation.ids:
        return citation.text
    return f'<a class="csl-citation" href="#{anchor_of(citation.ids[0], prefix)}">{citation.text}</a>'
