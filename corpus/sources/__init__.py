"""How a page becomes provisions: lines, page furniture, blocks, documents, outline, and the proof of coverage."""
