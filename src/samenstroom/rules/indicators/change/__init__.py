"""What changes on the way: the course, the people, what is left open."""
