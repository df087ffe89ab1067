"""Basylym: from the raw text of a scholarly article to a publication that can be trusted."""

__version__ = "0.1.0"
