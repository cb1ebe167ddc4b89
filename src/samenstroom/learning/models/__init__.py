"""Records of learning: one file per noun."""
