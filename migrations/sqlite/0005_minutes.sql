-- Minutes of meetings.

-- Files that came for a meeting, as they came, until a coordinator has them sent on.
CREATE TABLE minutes_file (
    meeting_id INTEGER NOT NULL REFERENCES meeting (id),
    message_id INTEGER NOT NULL REFERENCES message (id),
    place      INTEGER NOT NULL,
    name       TEXT NOT NULL,
    kind       TEXT NOT NULL CHECK (kind IN ('pdf', 'docx', 'odt')),
    bytes      BLOB NOT NULL,
    PRIMARY KEY (meeting_id, message_id, place)
) STRICT;
