"""Two cases joined by what their journals tell, and how far two analysts agree; pure, without a file."""
