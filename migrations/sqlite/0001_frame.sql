-- The frame: intake, cases, letters, audit. Every table is STRICT; instants are UTC text to the second
-- ('2027-03-19T18:00:00Z'), civil moments are text without zone beside the zone's name.

-- Single facts: the go-live instant, the key of reply tokens, the mark that the clock may not go behind.
CREATE TABLE fact (
    name  TEXT PRIMARY KEY NOT NULL,
    value TEXT NOT NULL
) STRICT;

-- Raw bytes, once each. Committed before anything else happens to a message (invariant 1).
CREATE TABLE raw (
    id     INTEGER PRIMARY KEY AUTOINCREMENT,
    sha256 BLOB NOT NULL UNIQUE,
    bytes  BLOB NOT NULL
) STRICT;

CREATE TABLE message (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    raw_id        INTEGER NOT NULL REFERENCES raw (id),
    -- Our own server's stamp: the earliest that any sighting has (invariant 3).
    received_at   TEXT NOT NULL,
    first_seen_at TEXT NOT NULL,
    state         TEXT NOT NULL CHECK (state IN ('stored', 'handled', 'duplicate', 'parked')),
    -- Filled in when it is handled.
    kind          TEXT NOT NULL DEFAULT '',
    case_no       TEXT NOT NULL DEFAULT '',
    sender        TEXT NOT NULL DEFAULT '',
    subject       TEXT NOT NULL DEFAULT '',
    message_id    TEXT NOT NULL DEFAULT '',
    content_hash  TEXT NOT NULL DEFAULT '',
    duplicate_of  INTEGER REFERENCES message (id),
    handled_at    TEXT NOT NULL DEFAULT '',
    -- Starts on it, and times that the reader died over it. Three deaths and it is parked.
    starts        INTEGER NOT NULL DEFAULT 0,
    failures      INTEGER NOT NULL DEFAULT 0,
    last_error    TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX message_waiting ON message (received_at, id) WHERE state = 'stored' AND starts < 5;
CREATE INDEX message_waiting_long ON message (starts, id) WHERE state = 'stored' AND starts >= 5;
CREATE INDEX message_parked ON message (id) WHERE state = 'parked';
CREATE INDEX message_by_raw ON message (raw_id);
CREATE INDEX message_by_message_id ON message (message_id) WHERE message_id <> '';
CREATE INDEX message_by_content ON message (content_hash) WHERE content_hash <> '';
CREATE INDEX message_by_case ON message (case_no, id) WHERE case_no <> '';
CREATE INDEX message_by_sender ON message (sender, id);

-- Where a message was seen. A folder names its files; a server numbers them within an epoch (UIDVALIDITY).
CREATE TABLE sighting (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    mailbox     TEXT NOT NULL,
    epoch       INTEGER NOT NULL,
    uid         INTEGER NOT NULL,
    name        TEXT NOT NULL,
    -- What became of it there: a message, or why there is none.
    message_id  INTEGER REFERENCES message (id),
    outcome     TEXT NOT NULL CHECK (outcome IN ('stored', 'poison', 'vanished')),
    received_at TEXT NOT NULL,
    seen_at     TEXT NOT NULL,
    UNIQUE (mailbox, epoch, uid, name)
) STRICT;
CREATE INDEX sighting_by_message ON sighting (message_id);

-- How far a server's folder has been read. `next_uid` moves only over UIDs that have a sighting.
CREATE TABLE cursor (
    mailbox       TEXT PRIMARY KEY NOT NULL,
    epoch         INTEGER NOT NULL,
    next_uid      INTEGER NOT NULL,
    reconciled_at TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE window (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,
    programme       TEXT NOT NULL,
    name            TEXT NOT NULL,
    opens_at        TEXT NOT NULL,
    closes_at       TEXT NOT NULL,
    zone            TEXT NOT NULL,
    closed_early_at TEXT NOT NULL DEFAULT '',
    UNIQUE (programme, name)
) STRICT;

-- A date of a round. Without days it is "to be confirmed".
CREATE TABLE key_date (
    window_id INTEGER NOT NULL REFERENCES window (id),
    what      TEXT NOT NULL,
    first_day TEXT NOT NULL DEFAULT '',
    last_day  TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (window_id, what)
) STRICT;

CREATE TABLE application (
    id               INTEGER PRIMARY KEY AUTOINCREMENT,
    case_no          TEXT NOT NULL UNIQUE,
    prefix           TEXT NOT NULL,
    year             INTEGER NOT NULL,
    number           INTEGER NOT NULL,
    programme        TEXT NOT NULL,
    -- NULL while it is kept for the next round.
    window_id        INTEGER REFERENCES window (id),
    name             TEXT NOT NULL,
    -- Names and addresses are compared in lower case.
    name_folded      TEXT NOT NULL,
    email            TEXT NOT NULL,
    form_email       TEXT NOT NULL DEFAULT '',
    admitted_by      TEXT NOT NULL DEFAULT '',
    admitted_because TEXT NOT NULL DEFAULT '',
    admitted_at      TEXT NOT NULL DEFAULT '',
    UNIQUE (prefix, year, number)
) STRICT;
CREATE INDEX application_by_email ON application (email);
CREATE INDEX application_by_form_email ON application (form_email) WHERE form_email <> '';
CREATE INDEX application_by_name ON application (name_folded);
CREATE INDEX application_by_programme ON application (programme);

-- One form as it was sent. When it was received is the message's affair, so that an earlier stamp found later counts.
CREATE TABLE application_version (
    application_id INTEGER NOT NULL REFERENCES application (id),
    version        INTEGER NOT NULL,
    message_id     INTEGER NOT NULL REFERENCES message (id),
    answers        TEXT NOT NULL,
    problems       TEXT NOT NULL,
    accepted       INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (application_id, version)
) STRICT;
CREATE INDEX application_version_by_message ON application_version (message_id);

-- Whoever asked when no round was open, to be told of the next one.
CREATE TABLE interest (
    programme  TEXT NOT NULL,
    email      TEXT NOT NULL,
    name       TEXT NOT NULL,
    since      TEXT NOT NULL,
    PRIMARY KEY (programme, email)
) STRICT;

-- What waits for a person.
CREATE TABLE review (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    -- One open question of one kind about one thing.
    key        TEXT NOT NULL UNIQUE,
    question   TEXT NOT NULL,
    case_no    TEXT NOT NULL DEFAULT '',
    message_id INTEGER REFERENCES message (id),
    opened_at  TEXT NOT NULL,
    -- When a coordinator was first told of it; empty until then.
    noted_at   TEXT NOT NULL DEFAULT '',
    closed_at  TEXT NOT NULL DEFAULT '',
    closed_by  TEXT NOT NULL DEFAULT '',
    outcome    TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX review_open ON review (id) WHERE closed_at = '';

CREATE TABLE outbox (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    -- What the letter is for; unique, so that no reason can bring forth two (invariant 2).
    purpose      TEXT NOT NULL UNIQUE,
    letter       TEXT NOT NULL,
    recipient    TEXT NOT NULL,
    case_no      TEXT NOT NULL DEFAULT '',
    cause        INTEGER REFERENCES message (id),
    subject      TEXT NOT NULL,
    -- Fixed when the letter was decided, with the bytes.
    message_id   TEXT NOT NULL UNIQUE,
    bytes        BLOB NOT NULL,
    -- 1 for an answer to somebody's mail, which the caps count.
    is_answer    INTEGER NOT NULL,
    -- 'harmless' is sent again when nobody knows whether it arrived; 'once' waits for a person.
    care         TEXT NOT NULL CHECK (care IN ('harmless', 'once')),
    state        TEXT NOT NULL CHECK (state IN ('queued', 'claimed', 'data_started', 'accepted', 'unknown', 'failed', 'held', 'dropped')),
    held_because TEXT NOT NULL DEFAULT '',
    created_at   TEXT NOT NULL,
    not_before   TEXT NOT NULL DEFAULT '',
    attempts     INTEGER NOT NULL DEFAULT 0,
    -- Looks for our own copy while nobody knows whether it arrived.
    looks        INTEGER NOT NULL DEFAULT 0,
    resent       INTEGER NOT NULL DEFAULT 0,
    last_error   TEXT NOT NULL DEFAULT '',
    evidence     TEXT NOT NULL DEFAULT '',
    accepted_at  TEXT NOT NULL DEFAULT '',
    file         TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX outbox_due ON outbox (not_before, id) WHERE state IN ('queued', 'claimed', 'data_started', 'unknown');
CREATE INDEX outbox_stuck ON outbox (id) WHERE state IN ('unknown', 'failed', 'held');
CREATE INDEX outbox_by_case ON outbox (case_no, id) WHERE case_no <> '';
CREATE INDEX outbox_by_cause ON outbox (cause) WHERE cause IS NOT NULL;
CREATE INDEX outbox_by_recipient ON outbox (recipient, accepted_at);
CREATE INDEX outbox_by_accepted ON outbox (accepted_at) WHERE accepted_at <> '';

-- Why: one row a step, never changed. Each row's hash covers the row before it.
CREATE TABLE audit (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    at         TEXT NOT NULL,
    actor      TEXT NOT NULL,
    what       TEXT NOT NULL,
    case_no    TEXT NOT NULL DEFAULT '',
    message_id INTEGER,
    because    TEXT NOT NULL,
    hash       TEXT NOT NULL
) STRICT;
CREATE INDEX audit_by_case ON audit (case_no, id) WHERE case_no <> '';
CREATE INDEX audit_by_message ON audit (message_id) WHERE message_id IS NOT NULL;
