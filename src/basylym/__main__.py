"""``python -m basylym``: the same as the command."""

from basylym.cli import main

main()
