"""The ground: frozen dataclasses, no XML, no SQL, no network."""
