"""Ways to write an account to a file, one file per format."""
