"""The formats that refs writes: name → writer."""

from collections.abc import Callable, Iterable, Mapping

from refs.model.item import Item
from refs.render.bibtex import render_biblatex, render_bibtex
from refs.render.csljson import render_csljson
from refs.render.nbib import render_nbib
from refs.render.ris import render_ris

WRITERS: Mapping[str, Callable[[Iterable[Item]], str]] = {
    "bibtex": render_bibtex,
    "biblatex": render_biblatex,
    "csljson": render_csljson,
    "nbib": render_nbib,
    "ris": render_ris,
}
"""Every writer by the name of its format."""
