-- The whole round: references, withdrawals, interviews, scores, outcomes, the register, digests, codes, jobs.

-- Somebody who was asked for a reference. A further `round` begins when another address is asked.
CREATE TABLE reference_request (
    id             INTEGER PRIMARY KEY AUTOINCREMENT,
    application_id INTEGER NOT NULL REFERENCES application (id),
    kind           TEXT NOT NULL CHECK (kind IN ('headteacher', 'second-referee', 'chair-of-governors')),
    round          INTEGER NOT NULL,
    name           TEXT NOT NULL,
    email          TEXT NOT NULL,
    -- 'request': the clerk wrote to them; 'form': they complete a section of the application form.
    how            TEXT NOT NULL CHECK (how IN ('request', 'form')),
    asked_at       TEXT NOT NULL,
    bounced_at     TEXT NOT NULL DEFAULT '',
    -- The last step of the chaser ladder that was taken; 0 for none.
    chased         INTEGER NOT NULL DEFAULT 0,
    UNIQUE (application_id, kind, round)
) STRICT;
CREATE INDEX reference_request_by_email ON reference_request (email);

-- What came back. It counts when it fits the request; otherwise a person says whether it does.
CREATE TABLE reference (
    id             INTEGER PRIMARY KEY AUTOINCREMENT,
    application_id INTEGER NOT NULL REFERENCES application (id),
    kind           TEXT NOT NULL CHECK (kind IN ('headteacher', 'second-referee', 'chair-of-governors')),
    message_id     INTEGER NOT NULL REFERENCES message (id),
    sender         TEXT NOT NULL,
    referee        TEXT NOT NULL,
    -- 'yes', 'no', or '' where it does not say.
    supports       TEXT NOT NULL CHECK (supports IN ('yes', 'no', '')),
    capacity       TEXT NOT NULL CHECK (capacity IN ('yes', 'no', 'conditional', '')),
    days           TEXT NOT NULL DEFAULT '',
    statement      TEXT NOT NULL DEFAULT '',
    standing       TEXT NOT NULL CHECK (standing IN ('counts', 'waits', 'set_aside')),
    flags          TEXT NOT NULL DEFAULT '[]',
    UNIQUE (application_id, kind, message_id)
) STRICT;

CREATE TABLE withdrawal (
    application_id INTEGER PRIMARY KEY NOT NULL REFERENCES application (id),
    at             TEXT NOT NULL,
    by             TEXT NOT NULL,
    because        TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE shortlisted (
    application_id INTEGER PRIMARY KEY NOT NULL REFERENCES application (id),
    at             TEXT NOT NULL,
    by             TEXT NOT NULL
) STRICT;

CREATE TABLE interview (
    application_id INTEGER PRIMARY KEY NOT NULL REFERENCES application (id),
    -- SEQUENCE of the calendar entry: it grows with every change (RFC 5545 §3.8.7.4).
    sequence       INTEGER NOT NULL,
    starts_at      TEXT NOT NULL,
    minutes        INTEGER NOT NULL,
    zone           TEXT NOT NULL,
    place          TEXT NOT NULL,
    -- The group of an assessment day; empty for a single interview.
    slot_group     TEXT NOT NULL DEFAULT '',
    state          TEXT NOT NULL CHECK (state IN ('invited', 'cancelled')),
    answer         TEXT NOT NULL DEFAULT '' CHECK (answer IN ('', 'accepted', 'declined', 'another_time')),
    set_by         TEXT NOT NULL,
    set_at         TEXT NOT NULL
) STRICT;

-- A reviewer's rating. It is averaged and shown; it decides nothing (invariant 4).
CREATE TABLE score (
    application_id INTEGER NOT NULL REFERENCES application (id),
    reviewer       TEXT NOT NULL,
    criterion      TEXT NOT NULL,
    rating         TEXT NOT NULL CHECK (rating IN ('red', 'amber', 'green')),
    comment        TEXT NOT NULL DEFAULT '',
    at             TEXT NOT NULL,
    PRIMARY KEY (application_id, reviewer, criterion)
) STRICT;

-- A person's decision about a person. `revision` grows when it is changed after its letter went out.
CREATE TABLE outcome (
    application_id INTEGER PRIMARY KEY NOT NULL REFERENCES application (id),
    verdict        TEXT NOT NULL CHECK (verdict IN ('designated', 'reserve', 'not_designated')),
    because        TEXT NOT NULL DEFAULT '',
    decided_by     TEXT NOT NULL,
    decided_at     TEXT NOT NULL,
    revision       INTEGER NOT NULL,
    released_at    TEXT NOT NULL DEFAULT ''
) STRICT;

-- The register of designated people.
CREATE TABLE designation (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    programme  TEXT NOT NULL,
    -- Empty for those who were designated before the clerk kept the register.
    case_no    TEXT NOT NULL DEFAULT '',
    name       TEXT NOT NULL,
    email      TEXT NOT NULL,
    school     TEXT NOT NULL,
    specialism TEXT NOT NULL,
    since      TEXT NOT NULL,
    ended_on   TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE UNIQUE INDEX designation_by_case ON designation (case_no) WHERE case_no <> '';

-- What a round has been through, besides what the clock says: announced to heads, summed up, outcomes released, archived.
CREATE TABLE window_step (
    window_id INTEGER NOT NULL REFERENCES window (id),
    step      TEXT NOT NULL CHECK (step IN ('announced', 'summed_up', 'confirmed', 'released', 'archived')),
    at        TEXT NOT NULL,
    by        TEXT NOT NULL,
    PRIMARY KEY (window_id, step)
) STRICT;

-- How many of each specialism a round looks for.
CREATE TABLE target (
    window_id  INTEGER NOT NULL REFERENCES window (id),
    specialism TEXT NOT NULL,
    wanted     INTEGER NOT NULL,
    PRIMARY KEY (window_id, specialism)
) STRICT;

-- A digest as it was sent: the numbers in a reply belong to it.
CREATE TABLE digest_item (
    -- The letter's Message-ID.
    digest    TEXT NOT NULL,
    number    INTEGER NOT NULL,
    review_id INTEGER NOT NULL REFERENCES review (id),
    PRIMARY KEY (digest, number)
) STRICT;

-- What cannot be undone is said back with a code: valid once, for a day, for one person.
CREATE TABLE code (
    code       TEXT PRIMARY KEY NOT NULL,
    command    TEXT NOT NULL,
    -- What the command would have done when the code was given; it must still be the same when it comes back.
    shape      TEXT NOT NULL,
    asked_by   TEXT NOT NULL,
    asked_at   TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    used_at    TEXT NOT NULL DEFAULT ''
) STRICT;

-- A scheduled job that was done, by the civil moment at which it was due: never twice for one.
CREATE TABLE job_run (
    job    TEXT NOT NULL,
    due_at TEXT NOT NULL,
    ran_at TEXT NOT NULL,
    PRIMARY KEY (job, due_at)
) STRICT;

-- Schools and their heads, whom the opening is announced to.
CREATE TABLE school (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    name       TEXT NOT NULL UNIQUE,
    head_name  TEXT NOT NULL DEFAULT '',
    head_email TEXT NOT NULL DEFAULT ''
) STRICT;

-- What a question may be answered with: each verb stands for a command of the vocabulary.
ALTER TABLE review ADD COLUMN actions TEXT NOT NULL DEFAULT '[]';
-- Put off until then by a coordinator.
ALTER TABLE review ADD COLUMN held_until TEXT NOT NULL DEFAULT '';
-- How often it has been chased, and whether the deputy has been asked.
ALTER TABLE review ADD COLUMN chased INTEGER NOT NULL DEFAULT 0;
