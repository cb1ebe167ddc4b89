"""Questions about the calendar of one person."""
