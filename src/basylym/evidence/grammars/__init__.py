"""One file a language: what its grammar says of word forms."""
