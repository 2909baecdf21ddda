"""The case file: the only SQL and the only sqlite_utils."""
