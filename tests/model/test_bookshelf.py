from refs.model.bookshelf import nlm_citation, print_date
from refs.model.date import Date
from refs.model.item import Item, ItemType
from refs.model.name import Name

CHAPTER = Item(
    id="imagine2023",
    type=ItemType.CHAPTER,
    author=(Name("Doe", "Jane M."), Name("Roe", "J.-P.", "Jr")),
    editor=(Name("Byron", "Ada"),),
    title="Imaginary fever",
    container_title="InventedPearls",
    publisher="Invented Press",
    publisher_place="Nowhere (FL)",
    URL="https://www.ncbi.nlm.nih.gov/books/NBK1/",
    custom={"posted": "2020 Jan 2", "updated": "[Updated 2023 May 13]", "book_date": "2023 Jan-"},
)


def test_a_chapter_is_printed_with_the_dates_of_both():
    assert nlm_citation(CHAPTER) == (
        "Doe JM, Roe JP Jr. Imaginary fever. 2020 Jan 2 [Updated 2023 May 13]. In: Byron A, editor. InventedPearls "
        "[Internet]. Nowhere (FL): Invented Press; 2023 Jan-. Available from: https://www.ncbi.nlm.nih.gov/books/NBK1/"
    )


def test_what_is_not_known_leaves_no_trace():
    assert nlm_citation(Item(id="a", title="Alone", custom={"book_date": "1993-2025"})) == (
        "Alone. 1993-2025."
    )
    assert (print_date(None), print_date(Date((2021, 11)))) == ("", "2021 Nov")
