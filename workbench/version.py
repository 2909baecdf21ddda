"""What this program is called and which version it is; pyproject.toml says the same."""

from __future__ import annotations

PROGRAM = "Casualty Workbench"
VERSION = "0.1.0"
