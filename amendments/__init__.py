"""How a text changes: operations, instruments, the patch, the timeline, the ledger, comparison, history, audit."""
