"""The sheet: operations as plain text that a person can read, change and write, and back."""
