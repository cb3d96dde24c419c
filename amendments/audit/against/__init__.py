"""A supplied conformed or restated copy, held against the base with every amendment up to its day."""
