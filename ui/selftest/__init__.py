"""The program tries itself: what the self-test of a bundle does."""
