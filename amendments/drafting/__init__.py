"""Drafting: from an edited copy of the text in force to the amending document that turns the one into the other."""
