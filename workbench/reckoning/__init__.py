"""From claims to incidents and figures by side; pure functions."""
