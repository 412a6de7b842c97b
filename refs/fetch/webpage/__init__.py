"""Web pages: what a page says of itself, in the order in which it is to be believed."""
