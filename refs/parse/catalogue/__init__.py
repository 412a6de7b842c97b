"""What catalogues and repositories of libraries give out: MARC, MODS, Primo's records, MAB, DSpace, OpenURL."""
