"""A mentor at one's side: pages of who lets somebody look along, and pages of the mentor."""
