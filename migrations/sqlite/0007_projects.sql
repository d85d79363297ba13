-- Projects of designated people, with a bursary and what is due for it.

CREATE TABLE project (
    id              INTEGER PRIMARY KEY,
    -- PRJ-2027-0001.
    year            INTEGER NOT NULL,
    number          INTEGER NOT NULL,
    designation_id  INTEGER NOT NULL REFERENCES designation (id),
    title           TEXT NOT NULL,
    bursary_pence   INTEGER NOT NULL CHECK (bursary_pence >= 0),
    agreed_on       TEXT NOT NULL,
    agreed_by       TEXT NOT NULL,
    paid_on         TEXT NOT NULL DEFAULT '',
    dropped_on      TEXT NOT NULL DEFAULT '',
    dropped_because TEXT NOT NULL DEFAULT '',
    UNIQUE (year, number),
    -- What does not go on is not paid for.
    CHECK (paid_on = '' OR dropped_on = '')
) STRICT;
CREATE INDEX project_by_holder ON project (designation_id);

-- What is due: a mid-point report, the final report.
CREATE TABLE project_step (
    project_id  INTEGER NOT NULL REFERENCES project (id),
    step        TEXT NOT NULL,
    place       INTEGER NOT NULL,
    name        TEXT NOT NULL,
    due_on      TEXT NOT NULL,
    -- The last step of the reminders that was taken for this date.
    reminded    INTEGER NOT NULL DEFAULT 0,
    -- The mail that brought its report.
    message_id  INTEGER REFERENCES message (id),
    received_at TEXT NOT NULL DEFAULT '',
    accepted_on TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (project_id, step)
) STRICT;
