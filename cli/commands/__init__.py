"""The commands, a file each. Heavy imports stand inside the functions, so that a command costs what it needs."""
