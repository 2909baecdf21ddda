"""One offensive, told by five articles, from the articles to the figures an analyst signs."""
