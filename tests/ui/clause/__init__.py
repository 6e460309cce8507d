"""Tests of the reading of a clause on its screen."""
