"""Looking back, own patterns, lessons that return, and a mentor at one's side. Private, unless shown."""
