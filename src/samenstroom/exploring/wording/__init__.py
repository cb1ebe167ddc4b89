"""Words around exploring, from the content files: one file per noun."""
