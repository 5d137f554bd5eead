"""The window and everything in it: all of the program that knows Qt."""
