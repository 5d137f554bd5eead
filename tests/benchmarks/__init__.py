"""How fast and how large: `python -m tests.benchmarks [NAME…]` prints one table.

Every module here that has a function `figures` is a benchmark; its name is the module's. Nothing
in the tests is timed, because a busy machine is no bug.
"""
