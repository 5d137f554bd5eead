"""Checking the annotations in the window: the run behind it, what was found, and mending it."""
