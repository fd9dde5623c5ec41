"""Tests of publishing: real git, real mike, real mkdocs on a small project."""
