"""The audit: checks of a record, each a small function that returns what it finds with its evidence."""
