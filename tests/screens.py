"""The real browser that tests look at pages in."""

import functools
import http.server
import threading
from contextlib import contextmanager

from playwright.sync_api import sync_playwright

CHROMIUM = "/usr/bin/chromium"


@contextmanager
def chromium():
    """A browser, closed behind the last page."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


class Silent(http.server.SimpleHTTPRequestHandler):
    """Serves the files of a folder, and writes no line for each."""

    def log_message(self, *_):
        """Nothing: a test's output is what it asserts."""


@contextmanager
def served(folder, handler=Silent):
    """The address of a server for the files of ``folder``, stopped in the end."""
    answer = functools.partial(handler, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), answer) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
