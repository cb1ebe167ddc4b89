"""Words around a farewell, from the content files: one file per noun."""
