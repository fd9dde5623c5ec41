"""YAML to checked objects: load, validate, link, judge. Knows nothing of pages or mkdocs."""
