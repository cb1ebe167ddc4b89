"""Questions about profiles and public pages: one file per noun."""
