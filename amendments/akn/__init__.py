"""Instruments as Akoma Ntoso documents and back."""
