// Room Language.
