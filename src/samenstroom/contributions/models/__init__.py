"""Records of contributions: one file per noun."""
