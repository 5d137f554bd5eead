"""Arabic text as strings: offsets, graphemes, words, matching. Knows nothing of annotations."""
