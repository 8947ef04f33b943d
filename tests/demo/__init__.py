"""A package, so that what is loaded for its tests is loaded once, and taken away after them."""
