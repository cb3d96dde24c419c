"""Reading amending prose: from the sentences of a resolution to what they would do, and from that to operations."""
