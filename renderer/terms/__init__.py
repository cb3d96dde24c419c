"""Terms over time, printed: a table, data, and a web page with a chart of each that changed."""
