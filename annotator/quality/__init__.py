"""Judges annotations: turns annotated articles into findings and numbers. Knows no project file."""
