"""Text to sentences, words, trees and names: the only room that runs the model."""

from tidings.encoder.encoder import Encoder, Parsed

__all__ = ["Encoder", "Parsed"]
