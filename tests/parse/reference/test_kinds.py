"""The type of work that a reference names."""

import pytest

from refs.model.item import ItemType
from refs.parse.reference import parse_reference

KINDS = {
    "Hart, M. (2017, May 4). The quiet epidemic. The Washington Post, p. A12.": ItemType.ARTICLE_NEWSPAPER,
    "Controlled Substances Act, 21 U.S.C. § 812 (1970).": ItemType.LEGISLATION,
    "Ross, Carl. Pills Everywhere: How a Nation Fell Asleep. New York: Free Press, 2006.": ItemType.BOOK,
    "Ries RK, Fiellin DA, editors. The Principles of Addiction Medicine. 5th ed. Philadelphia: Wolters Kluwer; 2014.": ItemType.BOOK,
    "World Health Organization. (2022). Mental health at work. Geneva: World Health Organization.": ItemType.REPORT,
    "Larsen PM. Coping styles in withdrawal [dissertation]. Oslo: University of Oslo; 2015.": ItemType.THESIS,
    "Hart JL. Sedatives. In: Katz BG, ed. Basic Pharmacology. New York: McGraw-Hill; 2006:401-427.": ItemType.CHAPTER,
}


@pytest.mark.parametrize("text", KINDS)
def test_the_type_of_a_reference(text):
    assert parse_reference(text).item.type == KINDS[text]
