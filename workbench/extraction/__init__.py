"""From an article to mentions and claims; the only spaCy."""
