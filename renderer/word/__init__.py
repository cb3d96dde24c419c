"""Word files: lines of words that are kept, put in or taken out, written as Word's own tracked changes."""
