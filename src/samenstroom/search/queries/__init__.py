"""Where is looked, and what is found: always for one person."""
