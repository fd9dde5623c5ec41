"""Tests of the open-data files, on the same small region as the tests of the macros."""
