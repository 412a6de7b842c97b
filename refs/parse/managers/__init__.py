"""Files of other programs that keep references: EndNote, Word, Zotero, Citavi, papis, Typst, browsers, Wikipedia."""
