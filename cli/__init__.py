"""How people reach it: one file a command, one error boundary."""
