"""The formats that refs writes: name → writer."""

from collections.abc import Callable, Iterable, Mapping

from refs.model.item import Item
from refs.render.bibtex import render_biblatex, render_bibtex
from refs.render.csljson import render_csljson
from refs.render.endnote_xml import render_endnote_xml
from refs.render.enw import render_enw
from refs.render.nbib import render_nbib
from refs.render.ris import render_ris
from refs.render.wikitext import render_wikitext

WRITERS: Mapping[str, Callable[[Iterable[Item]], str]] = {
    "bibtex": render_bibtex,
    "biblatex": render_biblatex,
    "csljson": render_csljson,
    "endnote-xml": render_endnote_xml,
    "enw": render_enw,
    "nbib": render_nbib,
    "ris": render_ris,
    "wikitext": render_wikitext,
}
"""Every writer by the name of its format."""
