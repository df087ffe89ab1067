"""One file per way to write Cyrillic in another script: each holds ROMANIZATION."""
