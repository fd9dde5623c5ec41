"""The checks of a page, named T1–T44 and more: `make test` and the full check run the same code."""
