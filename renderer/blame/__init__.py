"""The text in force with the instrument that each word comes from, in each form that it is written in."""
