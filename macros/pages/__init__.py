"""Markdown pages: read, checked and rendered without mkdocs, so that no text becomes code."""
