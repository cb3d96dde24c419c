"""Checks of the terms of a text: those that lost what established them, those defined, those that double."""
