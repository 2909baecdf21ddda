"""Everything Casualty Workbench knows and does, usable from a script; no Qt."""
