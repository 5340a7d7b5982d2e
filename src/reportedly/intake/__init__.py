"""Where reports come from: one file per format."""
