"""What a text is: provisions and their addresses, Akoma Ntoso in and out, sources, the book on disk."""
