"""Training: from marked corpora to the pipelines that ship. Nothing of this runs in the program."""
