"""What the benchmark of the repair engine is made of: texts, damage, peers, measures, round trips."""
