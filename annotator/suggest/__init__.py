"""Suggesters: from an article and what is annotated in it to annotations that a person may take.

None of them knows the store or the window; each returns values and changes nothing.
"""
