"""The date fields of a BibTeX entry, and year, month and day."""

from refs.model.bibtex import DATES
from refs.model.date import Date
from refs.model.flaw import Flaw, FlawCode
from refs.parse.bib.filling import Filling
from refs.parse.bib.remarks import accessed_in, reprint_in, year_in
from refs.parse.dates import join_date, read_date
from refs.parse.latex import decode_plain
from refs.parse.words import month_number

DATE_PARTS = ("year", "month", "day")
"""The fields that are read together."""
_DATE_RANK = {name: rank for rank, name in enumerate(DATES)}


class Dates(Filling):
    """Reads the dates of an entry."""

    def read_dates(self) -> None:
        """The date fields, and year, month and day."""
        fields = self.entry.fields
        for name in sorted(fields.keys() & DATES.keys(), key=_DATE_RANK.__getitem__):
            if fields[name].strip():
                self.read_date(DATES[name], name)
        year = fields.get("year", "").strip()
        month, day = (decode_plain(fields.get(name, "")).strip() for name in ("month", "day"))
        date, whole = join_date(self.year_of_reprint(decode_plain(year)), month, day)
        if date is not None and not date.parts:
            date = self.year_of_words("issued", date)
        if "issued" in self.values or date is None:
            self.keep_year(date)
            return
        self.put("issued", "year", self.checked("issued", date))
        self.remember_parts(date, year, month)
        if not whole:
            for name in ("month", "day"):
                if fields.get(name, "").strip():
                    self.keep(name)

    def remember_parts(self, date: Date, year: str, month: str) -> None:
        """Remember a year and a month that the writer would put otherwise."""
        if date.parts and year != str(date.parts[0]):
            self.tex["year" if month else "issued"] = [str(date), year]
        if date.parts and month and month_number(month) is None:
            self.tex["month"] = [str(date), self.entry.fields["month"].strip()]

    def read_date(self, variable: str, name: str) -> None:
        """A date field; one that says more than a Date holds, such as the hour, is kept as it was written."""
        before = self.values.get(variable)
        text = self.entry.fields[name]
        date = _read_date(self.year_of_reprint(text) if variable == "issued" else text)
        if date is not None and not date.parts:
            date = self.with_year(name, text) or accessed_in(text) or self.year_of_words(variable, date)
        date = self.checked(variable, date)
        self.put(variable, name, date)
        raw = self.entry.fields[name].strip()
        if before is None and date is not None and str(date) != raw:
            self.tex[variable] = [str(date), raw]

    def with_year(self, name: str, text: str) -> Date | None:
        """The date of a field that has only day and month, beside one that has the year."""
        year = self.entry.fields.get("year", "").strip() if name == "date" else ""
        date, whole = join_date(decode_plain(year), decode_plain(text), "")
        return date if whole and year and date is not None and date.parts else None

    def year_of_words(self, variable: str, date: Date) -> Date:
        """The year that the words for a date name, which stay a flaw; the words when they name none."""
        only = year_in(date.literal or "")
        if only is None:
            return date
        self.checked(variable, date)
        return Date((int(only),))

    def year_of_reprint(self, text: str) -> str:
        """The year without that of the first edition, which may stand before or behind it in brackets."""
        years = reprint_in(text) if "[" in text else None
        if years is None:
            return text
        self.values.setdefault("original_date", read_date(years[1]))
        return years[0]

    def keep_year(self, date: Date | None) -> None:
        """Keep year, month and day beside a date, unless the writer would write the same again, beside ``date``."""
        issued = self.values.get("issued")
        same = (
            self.names.get("issued") == "date"
            and issued
            and date
            and date.parts == issued.parts[: len(date.parts)]
            and date.season == issued.season
        )
        for name in () if same else DATE_PARTS:
            if self.entry.fields.get(name, "").strip():
                self.keep(name)

    def checked(self, variable: str, date: Date | None) -> Date | None:
        """The date; one that is only words is a flaw."""
        if date is not None and not date.parts:
            message = f"{date.literal:.60} is no date that can be counted with"
            self.flaws.append(Flaw(FlawCode.BAD_DATE, message, self.key, variable, date.literal))
        return date


def _read_date(text: str) -> Date | None:
    text = text.strip()
    return read_date(text if "{" not in text and "\\" not in text else decode_plain(text))
