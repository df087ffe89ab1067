"""One file per format of edition: each holds FORMAT."""
