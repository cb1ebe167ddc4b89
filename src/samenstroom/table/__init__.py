"""Pages for everything both sides share, written once for both doors."""
