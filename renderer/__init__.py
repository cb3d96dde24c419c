"""How a text looks: views, redlines, and the writers for terminal, HTML and JSON."""
