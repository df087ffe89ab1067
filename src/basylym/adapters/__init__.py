"""One outside tool each: its quirks and their cures live here and nowhere else."""
