"""The table of actions, a module a menu; `actions` puts them together."""
