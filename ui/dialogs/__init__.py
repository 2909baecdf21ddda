"""Dialogs: layout and gestures."""
