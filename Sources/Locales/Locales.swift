// Room Locales.
