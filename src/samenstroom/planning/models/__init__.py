"""Records of planning: one file per noun."""
