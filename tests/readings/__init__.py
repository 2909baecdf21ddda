"""Whole articles read by a person, held against what the program reads in them."""
