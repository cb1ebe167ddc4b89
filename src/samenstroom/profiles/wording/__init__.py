"""Words around profiles, from the content files: one file per noun."""
