"""A redline in each form that it is written in."""
