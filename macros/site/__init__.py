"""The thin side towards mkdocs: events, sandbox, generated files, menu, a look at the result."""
