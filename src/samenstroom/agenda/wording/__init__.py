"""Words for the calendar of one person."""
