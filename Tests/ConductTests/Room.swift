// The room is empty: its first suite replaces this file.
