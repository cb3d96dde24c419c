"""Lost amendments: what must have stood just before an instrument, by the headings that it assumes."""
