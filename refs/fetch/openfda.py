"""openFDA drug labels, by set id or drug name."""

from collections.abc import Mapping
from typing import Any

from refs.fetch.answer import Answer
from refs.fetch.dates import date_of_text
from refs.fetch.decode import as_dict, as_list, as_text, load_json, unlike
from refs.fetch.draft import Draft
from refs.fetch.drugnames import print_drug, print_sponsor
from refs.fetch.http import Http
from refs.fetch.people import organisation
from refs.model.fetched import SourceReading
from refs.model.flaw import Flaw, FlawCode
from refs.model.item import Item, ItemType

SERVICE = "openfda"


def ask_openfda(http: Http, field: str, value: str, most: int = 1) -> Answer:
    """The labels whose field has this value."""
    quoted = value.replace("\\", "\\\\").replace('"', '\\"')
    params = {"search": f'{field}:"{quoted}"', "limit": str(most)}
    key = {"api_key": http.keys[SERVICE]} if SERVICE in http.keys else {}
    return http.get(f"{http.services.openfda}/drug/label.json", service=SERVICE, params=params | key)


def read_openfda(data: bytes) -> SourceReading:
    """The labels of an openFDA drug/label answer."""
    results, flaws = load_results(data)
    labels = [each for each in results if each.get("set_id") or each.get("id")]
    return SourceReading(tuple(map(_read_label, labels)), tuple(flaws))


def load_results(data: bytes) -> tuple[list[Mapping[str, Any]], list[Flaw]]:
    """The results of an openFDA answer; an error is a flaw, "no matches" among them."""
    whole, flaws = load_json(data)
    decoded = as_dict(whole)
    error = as_dict(decoded.get("error"))
    if error:
        detail = as_text(error.get("message")) or as_text(error.get("code")) or "an error"
        flaws.append(Flaw(FlawCode.UNREAD, f"openFDA answered: {detail}"))
    elif not flaws:
        flaws += unlike(decoded, "results")
    return [as_dict(each) for each in as_list(decoded.get("results"))], flaws


def _read_label(label: Mapping[str, Any]) -> Item:
    known = as_dict(label.get("openfda"))
    setid = (as_text(label.get("set_id")) or "").lower()
    draft = Draft(SERVICE, ItemType.REPORT)
    draft.identify(setid, "setid:")
    for number in as_list(known.get("application_number")):
        draft.identify(as_text(number))
    draft.names(
        "author",
        [organisation(print_sponsor(as_text(known.get("manufacturer_name"))))],
        "openfda.manufacturer_name",
    )
    draft.put("title", _title(label, known), "openfda.brand_name")
    draft.put("genre", "Prescribing information", "openfda.product_type")
    draft.put("issued", date_of_text(as_text(label.get("effective_time"))), "effective_time")
    draft.put("version", as_text(label.get("version")), "version")
    draft.put("container_title", "DailyMed", "set_id")
    draft.put("publisher", "National Library of Medicine (US)", "set_id")
    if setid:
        draft.put("URL", f"https://dailymed.nlm.nih.gov/dailymed/drugInfo.cfm?setid={setid}", "set_id")
        draft.custom["setid"] = setid
    return draft.item()


def _title(label: Mapping[str, Any], known: Mapping[str, Any]) -> str | None:
    brand, generic = as_text(known.get("brand_name")), as_text(known.get("generic_name"))
    if brand or generic:
        return print_drug(brand, generic)
    elements = as_text(label.get("spl_product_data_elements")) or ""
    return print_drug(" ".join(elements.split()[:1]), None)
