"""Akoma Ntoso 3.0, the stored form: elements, provisions, identification, and the base of a work."""
