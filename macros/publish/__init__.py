"""Fassungen: build each, assemble, check the finished tree, switch, release, erase, go back."""
