"""Objects to files: the open data of the site, generated from the fields of the records."""
