-- The year: the register grows up, termly meetings, training, the national register of schools.

-- What is counted again and again (`status`, digests, jobs) is answered by an index alone: without these every message and
-- every letter was read, its bytes included.
CREATE INDEX message_by_state ON message (state, handled_at, kind);
CREATE INDEX outbox_by_state ON outbox (state);
CREATE INDEX outbox_by_letter ON outbox (letter, recipient, created_at);

-- Entries of the register have numbers of their own, REG-2027-0003: whoever was designated before the clerk has no case.
ALTER TABLE designation ADD COLUMN year INTEGER NOT NULL DEFAULT 0;
ALTER TABLE designation ADD COLUMN number INTEGER NOT NULL DEFAULT 0;
-- A national school number (URN); 0 where none is known.
ALTER TABLE designation ADD COLUMN urn INTEGER NOT NULL DEFAULT 0;
-- Further areas of expertise, besides the first: a list of texts.
ALTER TABLE designation ADD COLUMN further TEXT NOT NULL DEFAULT '[]';
ALTER TABLE designation ADD COLUMN status TEXT NOT NULL DEFAULT 'active'
    CHECK (status IN ('active', 'paused', 'moved', 'resigned', 'de_designated'));
ALTER TABLE designation ADD COLUMN status_since TEXT NOT NULL DEFAULT '';
ALTER TABLE designation ADD COLUMN status_because TEXT NOT NULL DEFAULT '';
-- The day on which the designation is to be reviewed; empty: as the programme's policy counts from `since`.
ALTER TABLE designation ADD COLUMN review_on TEXT NOT NULL DEFAULT '';
-- Half-days a year that were agreed; 0: as the programme's policy says.
ALTER TABLE designation ADD COLUMN half_days_a_year INTEGER NOT NULL DEFAULT 0;
ALTER TABLE designation ADD COLUMN telephone TEXT NOT NULL DEFAULT '';
UPDATE designation SET year = CAST(substr(since, 1, 4) AS INTEGER), number = id;
-- Whoever was taken out of the register before had no word for it.
UPDATE designation SET status = 'de_designated', status_since = ended_on WHERE ended_on <> '';
CREATE UNIQUE INDEX designation_by_number ON designation (year, number);
CREATE INDEX designation_by_email ON designation (email);

-- Training that somebody has taken: a module of the programme's policy, `core` among them.
CREATE TABLE training (
    designation_id INTEGER NOT NULL REFERENCES designation (id),
    module         TEXT NOT NULL,
    taken_on       TEXT NOT NULL,
    -- The event at which it was taken; empty for what was taken before the clerk.
    meeting        TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (designation_id, module)
) STRICT;

-- A pen portrait for the booklet, in the person's own words. Nothing is published without consent.
CREATE TABLE portrait (
    designation_id INTEGER PRIMARY KEY NOT NULL REFERENCES designation (id),
    asked_at       TEXT NOT NULL DEFAULT '',
    -- The last step of the chaser ladder that was taken; 0 for none.
    chased         INTEGER NOT NULL DEFAULT 0,
    came_at        TEXT NOT NULL DEFAULT '',
    words          TEXT NOT NULL DEFAULT '',
    consent        TEXT NOT NULL DEFAULT '' CHECK (consent IN ('', 'yes', 'no')),
    message_id     INTEGER REFERENCES message (id)
) STRICT;

-- An alliance's school in the national register.
ALTER TABLE school ADD COLUMN urn INTEGER NOT NULL DEFAULT 0;

-- The national register of schools (GIAS), as it was imported: replaced whole by the next import. It has no e-mail addresses.
CREATE TABLE establishment (
    urn         INTEGER PRIMARY KEY NOT NULL,
    name        TEXT NOT NULL,
    name_folded TEXT NOT NULL,
    is_open     INTEGER NOT NULL,
    kind        TEXT NOT NULL,
    phase       TEXT NOT NULL,
    authority   TEXT NOT NULL,
    trust       TEXT NOT NULL,
    street      TEXT NOT NULL,
    locality    TEXT NOT NULL,
    town        TEXT NOT NULL,
    postcode    TEXT NOT NULL,
    telephone   TEXT NOT NULL,
    website     TEXT NOT NULL,
    head_name   TEXT NOT NULL,
    head_post   TEXT NOT NULL,
    closed_on   TEXT NOT NULL,
    -- Metres on the National Grid; 0 where the register gives none.
    easting     INTEGER NOT NULL,
    northing    INTEGER NOT NULL
) STRICT;
CREATE INDEX establishment_by_name ON establishment (name_folded);
CREATE INDEX establishment_by_postcode ON establishment (postcode);

-- A meeting of the network, or a training event: MTG-2026-0003.
CREATE TABLE meeting (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    year       INTEGER NOT NULL,
    number     INTEGER NOT NULL,
    programme  TEXT NOT NULL,
    -- The training module that attending it completes; empty for a meeting of the network.
    module     TEXT NOT NULL DEFAULT '',
    title      TEXT NOT NULL,
    -- SEQUENCE of the calendar entry.
    sequence   INTEGER NOT NULL,
    starts_at  TEXT NOT NULL,
    minutes    INTEGER NOT NULL,
    zone       TEXT NOT NULL,
    place      TEXT NOT NULL,
    -- 0: as many as come.
    places     INTEGER NOT NULL DEFAULT 0,
    host_name  TEXT NOT NULL DEFAULT '',
    host_email TEXT NOT NULL DEFAULT '',
    cancelled_because TEXT NOT NULL DEFAULT '',
    set_by     TEXT NOT NULL,
    set_at     TEXT NOT NULL,
    UNIQUE (year, number)
) STRICT;

CREATE TABLE invitee (
    meeting_id  INTEGER NOT NULL REFERENCES meeting (id),
    email       TEXT NOT NULL,
    name        TEXT NOT NULL,
    -- Their entry of the register; 0/0 for a guest.
    reg_year    INTEGER NOT NULL DEFAULT 0,
    reg_number  INTEGER NOT NULL DEFAULT 0,
    invited_at  TEXT NOT NULL,
    answer      TEXT NOT NULL DEFAULT '' CHECK (answer IN ('', 'accepted', 'declined', 'perhaps')),
    answered_at TEXT NOT NULL DEFAULT '',
    words       TEXT NOT NULL DEFAULT '',
    -- Since when they wait for a place; empty for who has one.
    waits_since TEXT NOT NULL DEFAULT '',
    attended    TEXT NOT NULL DEFAULT '' CHECK (attended IN ('', 'yes', 'no')),
    PRIMARY KEY (meeting_id, email)
) STRICT;
CREATE INDEX invitee_by_email ON invitee (email);

-- What a meeting has been through besides its answers: reminded, listed, attendance asked and taken, minutes sent.
CREATE TABLE meeting_step (
    meeting_id INTEGER NOT NULL REFERENCES meeting (id),
    step       TEXT NOT NULL,
    at         TEXT NOT NULL,
    PRIMARY KEY (meeting_id, step)
) STRICT;
