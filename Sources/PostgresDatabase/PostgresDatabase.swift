// Room PostgresDatabase.
