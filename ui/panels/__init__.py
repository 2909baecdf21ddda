"""The panels of the window: layout and gestures."""
