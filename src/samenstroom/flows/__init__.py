"""What crosses features, each a plain function."""
