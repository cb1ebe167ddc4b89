"""The work itself: dates, promises, hours, what was asked and what was made of it."""
