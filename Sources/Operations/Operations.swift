// Room Operations.
