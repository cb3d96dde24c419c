"""Word documents: the package, its styles and numbering, its tracked changes, and the paragraphs that they make."""
