// Room Corpus.
