// Room SQLiteDatabase.
