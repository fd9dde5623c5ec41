"""Checks the files beside the data: names, images, documents; no mkdocs."""
