"""PubMed Central: from PMCID to PMID and DOI (idconv), and citations as CSL-JSON (ctxp)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from refs.fetch.answer import Answer
from refs.fetch.crossref import read_crossref
from refs.fetch.decode import as_dict, as_list, as_text, load_json
from refs.fetch.http import Http
from refs.model.fetched import SourceReading
from refs.model.identifier import normalise_doi

MOST_AT_ONCE = 200


@dataclass(frozen=True, slots=True)
class Ids:
    """The names that one article has in PubMed Central; `known` is false where it has none."""

    pmcid: str | None = None
    pmid: str | None = None
    doi: str | None = None
    known: bool = True


def ask_idconv(http: Http, ids: Sequence[str]) -> Answer:
    """The other names of some articles."""
    who = {"tool": "refs", "email": http.contact}
    params = {"ids": ",".join(ids), "format": "json"} | {name: value for name, value in who.items() if value}
    return http.get(f"{http.services.idconv}/", service="idconv", params=params)


def read_idconv(data: bytes) -> Mapping[str, Ids]:
    """The names of each article, under every one of its names; numbers and strings are both accepted."""
    found: dict[str, Ids] = {}
    for record in map(as_dict, as_list(as_dict(load_json(data)[0]).get("records"))):
        names = Ids(
            _upper(as_text(record.get("pmcid"))),
            as_text(record.get("pmid")),
            normalise_doi(as_text(record.get("doi")) or ""),
            known=as_text(record.get("status")) != "error",
        )
        for name in (names.pmcid, names.pmid, names.doi, _upper(as_text(record.get("requested-id")))):
            if name:
                found[name] = names
    return found


def ask_ctxp(http: Http, database: str, ids: Sequence[str]) -> Answer:
    """The CSL-JSON of some articles of ``pubmed`` or ``pmc``; ids are digits."""
    who = {"tool": "refs", "email": http.contact}
    params = {"format": "csl", "id": ",".join(ids)} | {name: value for name, value in who.items() if value}
    return http.get(f"{http.services.ctxp}/{database}/", service="ctxp", params=params)


def read_ctxp(data: bytes) -> SourceReading:
    """The articles of an exporter answer, which is CSL-JSON."""
    return read_crossref(data, "ctxp")


def _upper(text: str | None) -> str | None:
    return text.upper() if text else None
