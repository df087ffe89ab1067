"""Word lists, each with its licence beside it; see README.md here."""
