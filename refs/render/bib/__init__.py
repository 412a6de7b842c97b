"""The parts of writing BibTeX: text in LaTeX, names, dates."""
