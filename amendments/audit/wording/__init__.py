"""Checks of what instruments did to the wording: reverted, changed in nothing, beyond what they say, by a slip."""
