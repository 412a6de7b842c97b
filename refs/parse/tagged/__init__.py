"""Files of lines that begin with a tag: RIS, MEDLINE, EndNote's export, and those of older databases."""
