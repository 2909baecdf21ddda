"""From a report to bytes, a file a format."""
