"""A small web on loopback: the services and pages that the example articles lead to, answered by a real server."""
