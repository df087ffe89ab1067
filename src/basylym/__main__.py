"""``basylym`` and ``python -m basylym``: the command line, and a clean end when it is stopped."""

from __future__ import annotations

import signal
import sys

STOPPED = 130  # as a shell reports a program ended by Ctrl-C
TERMINATED = 143


def main() -> None:
    """Run the command line; Ctrl-C and a request to terminate end it in one line, children with it."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(TERMINATED))
    try:
        from basylym import cli  # here, so that Ctrl-C is met while the libraries load, too

        cli.app(standalone_mode=True)
    except KeyboardInterrupt:
        sys.stderr.write("stopped; nothing was half written\n")
        sys.exit(STOPPED)


if __name__ == "__main__":
    main()
