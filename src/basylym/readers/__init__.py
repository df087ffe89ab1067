"""Bytes to SourceText: one file per format of source."""
