"""The labels of codes that place a work in a library's scheme, as alternatives of a pattern."""

IRSTI = r"ХҒТАР|ҒТАМР|ҒТАХР|МҒТАР|МРНТИ|ГРНТИ|IRSTI|MRSTI|MPНТИ"
UDC = r"ӘОЖ|УДК|UDC|UDK|УДC"
BBK = r"ББК|BBK"
"""The classification of Russian libraries, of which the front matter holds none."""
