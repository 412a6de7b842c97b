"""Reports of checks: one builder, one writer for each format."""
