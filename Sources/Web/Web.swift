// Room Web.
