"""What the command line does, a file a command; the only modules that put rooms together without a window."""
