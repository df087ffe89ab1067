"""Characters that nobody can see, as regular expression classes without their brackets."""

CONTROLS = "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"
MARKS = (
    "\u200b\u200e\u200f\u2060-\u2064\u202a-\u202e\u2066-\u206f\ufeff\ufff9-\ufffb\ufdd0-\ufdef\ufffe\uffff"
)
UNSEEN = CONTROLS + MARKS
JOINERS = "\u200c\u200d"
SOFT_HYPHEN = "\u00ad"
LINE_END_HYPHEN = "\ufffe"  # as pdfium gives it, the line end gone
