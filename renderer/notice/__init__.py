"""The three-part notice of an amendment, in each form that it is written in."""
