"""Searching in the window: what is asked, the run behind it, the hits in their surroundings."""
