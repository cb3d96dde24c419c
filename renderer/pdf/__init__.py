"""PDF files, through Typst: lines of runs in, bytes out."""
