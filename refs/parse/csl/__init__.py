"""CSL's own files: items in JSON and YAML, styles, locales."""
