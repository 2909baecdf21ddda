"""Frozen values, a file a thing; they import nothing of ours but each other."""
