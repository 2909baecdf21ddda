"""Values as item models."""
