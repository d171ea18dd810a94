"""Makes the encoder's model from public sets. Nothing in `src` imports it."""
