"""The patch: apply one operation to a text, and report what could not be applied as meant."""
