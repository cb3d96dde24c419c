"""What bylaws fix in numbers, dates and shares: found in the text and followed from the adoption on."""
