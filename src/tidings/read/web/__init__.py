"""The web: the only place in Tidings that opens a connection, and only to what the user named or a feed of theirs."""
