"""The record over HTTP: JSON for programs, plain pages for people. Nothing is written, nothing is fetched."""

from tidings.serve.application import application

__all__ = ["application"]
