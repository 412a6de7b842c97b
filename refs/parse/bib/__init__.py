"""The parts of reading BibTeX: entries, inheritance, names, dates, fields."""
