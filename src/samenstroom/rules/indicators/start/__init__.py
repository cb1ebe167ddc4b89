"""Before the yes: what is at stake, how fast it goes, and what a boundary says."""
