"""What a rule may ask: the document's own words, a lexicon."""
