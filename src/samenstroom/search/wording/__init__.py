"""Words for what is found."""
