"""ClinicalTrials.gov: studies by NCT number (API v2)."""

from collections.abc import Mapping
from typing import Any

from refs.fetch.answer import Answer
from refs.fetch.dates import date_of_text
from refs.fetch.decode import as_dict, as_list, as_text, load_json, unlike
from refs.fetch.draft import Draft
from refs.fetch.http import Http
from refs.fetch.people import organisation
from refs.model.fetched import SourceReading
from refs.model.item import Item, ItemType

SERVICE = "clinicaltrials"


def ask_clinicaltrials(http: Http, number: str) -> Answer:
    """The study of an NCT number."""
    return http.get(f"{http.services.clinicaltrials}/studies/{number}", service=SERVICE)


def read_clinicaltrials(data: bytes) -> SourceReading:
    """The studies of an answer, one or a list."""
    decoded, flaws = load_json(data)
    fields = as_dict(decoded)
    flaws = flaws or unlike(decoded, "studies", "protocolSection")
    listed = as_list(fields.get("studies")) if "studies" in fields else [fields]
    sections = [as_dict(as_dict(each).get("protocolSection")) for each in listed]
    return SourceReading(tuple(_read_study(each) for each in sections if each), tuple(flaws))


def _read_study(study: Mapping[str, Any]) -> Item:
    names, status = as_dict(study.get("identificationModule")), as_dict(study.get("statusModule"))
    sponsor = as_dict(as_dict(study.get("sponsorCollaboratorsModule")).get("leadSponsor"))
    number = as_text(names.get("nctId"))
    draft = Draft(SERVICE, ItemType.WEBPAGE)
    draft.identify(number)
    draft.put("title", as_text(names.get("briefTitle")) or as_text(names.get("officialTitle")), "briefTitle")
    draft.names("author", [organisation(as_text(sponsor.get("name")))], "leadSponsor")
    for tag in ("lastUpdatePostDateStruct", "studyFirstPostDateStruct"):
        draft.put("issued", date_of_text(as_text(as_dict(status.get(tag)).get("date"))), tag)
    draft.put("container_title", "ClinicalTrials.gov", "host")
    draft.put("publisher", "National Library of Medicine (US)", "host")
    draft.put("genre", "Clinical trial registration", "host")
    draft.put("number", number, "nctId")
    draft.put("status", as_text(status.get("overallStatus")), "overallStatus")
    draft.put("URL", f"https://clinicaltrials.gov/study/{number}" if number else None, "nctId")
    return draft.item()
