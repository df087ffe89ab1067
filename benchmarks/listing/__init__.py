"""Lists of references with known entries, as documents hold them."""
