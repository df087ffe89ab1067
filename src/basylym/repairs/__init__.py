"""One file per flaw: each holds RULE."""
