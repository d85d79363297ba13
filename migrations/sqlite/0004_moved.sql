-- The version of a meeting that brought its present time: an answer to an earlier one was about another time.
ALTER TABLE meeting ADD COLUMN time_sequence INTEGER NOT NULL DEFAULT 0;
