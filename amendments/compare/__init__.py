"""Comparing two texts as a lawyer marks them: provisions first, then paragraphs, then whole words."""
