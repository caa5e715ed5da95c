// Room Commands.
