class Refused(Exception):  # noqa: N818
    """A verb that cannot be done to a thing as it is now; the message tells staff why."""
