"""Tests of the imports, on made-up schools in the layouts of the official lists."""
