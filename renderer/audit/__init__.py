"""The report of an audit, in each form that it is written in."""
