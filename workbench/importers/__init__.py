"""From files to articles, a file a format."""
