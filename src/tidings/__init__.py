"""Tidings reads news reports and keeps the record of who did what to whom, when, where, and on whose word."""
