"""Marked strings → plain text, HTML, Markdown, RTF, LaTeX, and runs."""
