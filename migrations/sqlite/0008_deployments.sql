-- Days worked: a school's request, the agreed work, the people asked, the visits, the evaluations.

-- From the request on, DEP-2027-0032.
CREATE TABLE deployment (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    year          INTEGER NOT NULL,
    number        INTEGER NOT NULL,
    programme     TEXT NOT NULL,
    -- The supported school, as it is called, and its number in the national register; 0 where none is known.
    school        TEXT NOT NULL,
    urn           INTEGER NOT NULL DEFAULT 0,
    head_name     TEXT NOT NULL,
    head_email    TEXT NOT NULL,
    -- Where invoices go; empty: to the head.
    finance_email TEXT NOT NULL DEFAULT '',
    po_number     TEXT NOT NULL DEFAULT '',
    subject       TEXT NOT NULL,
    need          TEXT NOT NULL DEFAULT '',
    hoped_for     TEXT NOT NULL DEFAULT '',
    wanted_when   TEXT NOT NULL DEFAULT '',
    contacts      TEXT NOT NULL DEFAULT '',
    -- What makes it urgent: a list of words that policy knows.
    urgency       TEXT NOT NULL DEFAULT '[]',
    -- The mail that asked; NULL where a coordinator entered it.
    message_id    INTEGER REFERENCES message (id),
    requested_at  TEXT NOT NULL,
    state         TEXT NOT NULL CHECK (state IN ('requested', 'proposed', 'agreeing', 'active', 'ended', 'dropped')),
    state_since   TEXT NOT NULL,
    state_because TEXT NOT NULL DEFAULT '',
    -- What was agreed. `model` is empty until it is planned.
    model         TEXT NOT NULL DEFAULT '' CHECK (model IN ('', 'spread', 'block', 'diagnostic', 'full_time', 'placement')),
    half_days     INTEGER NOT NULL DEFAULT 0,
    starts_on     TEXT NOT NULL DEFAULT '',
    ends_on       TEXT NOT NULL DEFAULT '',
    review_on     TEXT NOT NULL DEFAULT '',
    end_point     TEXT NOT NULL DEFAULT '',
    plan          TEXT NOT NULL DEFAULT '[]',
    -- Where it is charged otherwise than the programme's policy says: JSON of the same keys; empty for policy.
    charging      TEXT NOT NULL DEFAULT '',
    -- Which version of the agreement the parties were sent; 0 for none.
    agreement     INTEGER NOT NULL DEFAULT 0,
    -- The day of the review about which the parties were asked; the end about which they were told, and how often.
    review_asked  TEXT NOT NULL DEFAULT '',
    end_told      TEXT NOT NULL DEFAULT '',
    end_step      INTEGER NOT NULL DEFAULT 0,
    UNIQUE (year, number)
) STRICT;
CREATE INDEX deployment_by_head ON deployment (head_email);
CREATE INDEX deployment_by_finance ON deployment (finance_email) WHERE finance_email <> '';
CREATE INDEX deployment_by_state ON deployment (state, state_since);

-- Who was asked to do it, and who does. The first who says yes with their head leads it; other named staff do part of the days.
CREATE TABLE deployed (
    deployment_id INTEGER NOT NULL REFERENCES deployment (id),
    email         TEXT NOT NULL,
    name          TEXT NOT NULL,
    -- Their entry of the register; 0/0 for other staff of the home school.
    reg_year      INTEGER NOT NULL DEFAULT 0,
    reg_number    INTEGER NOT NULL DEFAULT 0,
    home_school   TEXT NOT NULL,
    home_urn      INTEGER NOT NULL DEFAULT 0,
    head_name     TEXT NOT NULL DEFAULT '',
    head_email    TEXT NOT NULL DEFAULT '',
    leads         INTEGER NOT NULL,
    -- How many half-days are theirs, where the days are shared; 0 where that is not said.
    half_days     INTEGER NOT NULL DEFAULT 0,
    asked_at      TEXT NOT NULL,
    -- What they said, and what the head of their home school said.
    answer        TEXT NOT NULL DEFAULT '' CHECK (answer IN ('', 'yes', 'no')),
    answered_at   TEXT NOT NULL DEFAULT '',
    head_answer   TEXT NOT NULL DEFAULT '' CHECK (head_answer IN ('', 'yes', 'no')),
    head_answered_at TEXT NOT NULL DEFAULT '',
    chased        INTEGER NOT NULL DEFAULT 0,
    -- Set when somebody else is asked instead, or they step back.
    released_at   TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (deployment_id, email)
) STRICT;
CREATE INDEX deployed_by_email ON deployed (email);
CREATE INDEX deployed_by_head ON deployed (head_email);
CREATE INDEX deployed_by_entry ON deployed (reg_year, reg_number);

-- Who agreed to which version of the agreement, by which mail.
CREATE TABLE consent (
    deployment_id INTEGER NOT NULL REFERENCES deployment (id),
    version       INTEGER NOT NULL,
    party         TEXT NOT NULL CHECK (party IN ('supported_head', 'home_head', 'person')),
    email         TEXT NOT NULL,
    name          TEXT NOT NULL,
    asked_at      TEXT NOT NULL,
    agreed_at     TEXT NOT NULL DEFAULT '',
    chased        INTEGER NOT NULL DEFAULT 0,
    message_id    INTEGER REFERENCES message (id),
    PRIMARY KEY (deployment_id, version, party, email)
) STRICT;

-- A day or half-day that was worked. Never deleted: what is withdrawn or corrected says so.
CREATE TABLE visit (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    deployment_id INTEGER NOT NULL REFERENCES deployment (id),
    email         TEXT NOT NULL,
    name          TEXT NOT NULL,
    day           TEXT NOT NULL,
    half_days     INTEGER NOT NULL CHECK (half_days IN (1, 2)),
    -- What was written about it, and, where hours were given, what they were rounded from (in minutes).
    words         TEXT NOT NULL DEFAULT '',
    minutes       INTEGER NOT NULL DEFAULT 0,
    -- The mail that logged it: every line of an invoice can say which.
    message_id    INTEGER REFERENCES message (id),
    logged_at     TEXT NOT NULL,
    logged_by     TEXT NOT NULL,
    state         TEXT NOT NULL CHECK (state IN ('logged', 'confirmed', 'disputed', 'withdrawn')),
    state_since   TEXT NOT NULL,
    state_because TEXT NOT NULL DEFAULT '',
    told_at       TEXT NOT NULL DEFAULT '',
    -- How it is paid for is not noted here: it follows from `billed`, `drawn` and `swap`.
    flags         TEXT NOT NULL DEFAULT '[]'
) STRICT;
CREATE INDEX visit_by_deployment ON visit (deployment_id, day);
CREATE INDEX visit_by_email ON visit (email, day);
CREATE INDEX visit_by_state ON visit (state);
-- Nobody works the same half-day twice for one deployment: a correction withdraws the visit that it corrects.
CREATE UNIQUE INDEX visit_once ON visit (deployment_id, email, day) WHERE state <> 'withdrawn';

-- A log that was not plain, until its writer has answered what was asked about it.
CREATE TABLE open_log (
    email       TEXT NOT NULL,
    -- The mail whose answer by us asks: whoever has several questions open answers each letter for itself.
    message_id  INTEGER NOT NULL REFERENCES message (id),
    -- As it was written, and the day from which "last Tuesday" counts.
    words       TEXT NOT NULL,
    received_on TEXT NOT NULL,
    -- The days whose amount alone was asked for; none where something else was.
    amounts_of  TEXT NOT NULL DEFAULT '[]',
    asked_at    TEXT NOT NULL,
    PRIMARY KEY (email, message_id)
) STRICT;

-- A day on which a visit is planned: where no log has come some school days later, it is asked for.
CREATE TABLE planned_visit (
    deployment_id INTEGER NOT NULL REFERENCES deployment (id),
    email         TEXT NOT NULL,
    day           TEXT NOT NULL,
    half_days     INTEGER NOT NULL CHECK (half_days IN (1, 2)),
    chased        INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (deployment_id, email, day)
) STRICT;

-- What the receiving head says of it, at which point: end, mid-term, or after a visit.
CREATE TABLE evaluation (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    deployment_id INTEGER NOT NULL REFERENCES deployment (id),
    point         TEXT NOT NULL,
    asked_at      TEXT NOT NULL,
    chased        INTEGER NOT NULL DEFAULT 0,
    came_at       TEXT NOT NULL DEFAULT '',
    answers       TEXT NOT NULL DEFAULT '{}',
    own_words     TEXT NOT NULL DEFAULT '',
    message_id    INTEGER REFERENCES message (id),
    UNIQUE (deployment_id, point)
) STRICT;
