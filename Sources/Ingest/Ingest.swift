// Room Ingest.
