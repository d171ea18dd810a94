"""Measures too long for every change, and the quick quality gate that is not."""
