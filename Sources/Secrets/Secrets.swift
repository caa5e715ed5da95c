// Room Secrets.
