// Room Reference.
