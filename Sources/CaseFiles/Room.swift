// The room is empty: its first file replaces this one.
