"""Records of feedback: one file per noun."""
