"""Articles, spans, annotations, label sets and edits as immutable values. No files, no screen."""
