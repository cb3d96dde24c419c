"""References inside a text, and what became of the provisions that they name."""
