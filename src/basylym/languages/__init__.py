"""One file per language, named by its BCP 47 tag: each holds LANGUAGE."""
