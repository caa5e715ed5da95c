// Room Markup.
