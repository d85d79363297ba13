-- Money: integer pence and integer half-days. An issued invoice never changes; credit notes reopen the days.

-- A drafted, issued, or dropped document of a series. The number is drawn in the transaction that issues it, without gaps.
CREATE TABLE invoice (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    kind        TEXT NOT NULL
                CHECK (kind IN ('invoice', 'credit_note', 'self_billing', 'self_credit', 'home_invoice', 'time_sheet')),
    series      TEXT NOT NULL,
    year        INTEGER NOT NULL,
    -- 0 until it is issued.
    number      INTEGER NOT NULL DEFAULT 0,
    state       TEXT NOT NULL CHECK (state IN ('draft', 'issued', 'dropped')),
    programme   TEXT NOT NULL,
    -- Who pays, or, for what a home school is paid, who is paid.
    school      TEXT NOT NULL,
    urn         INTEGER NOT NULL DEFAULT 0,
    email       TEXT NOT NULL,
    po_number   TEXT NOT NULL DEFAULT '',
    -- The number that a home school's own invoice bears.
    their_number TEXT NOT NULL DEFAULT '',
    in_advance  INTEGER NOT NULL DEFAULT 0,
    -- The invoice that a credit note corrects.
    corrects    INTEGER REFERENCES invoice (id),
    because     TEXT NOT NULL DEFAULT '',
    drafted_at  TEXT NOT NULL,
    issued_by   TEXT NOT NULL DEFAULT '',
    issued_on   TEXT NOT NULL DEFAULT '',
    due_on      TEXT NOT NULL DEFAULT '',
    net         INTEGER NOT NULL,
    vat         INTEGER NOT NULL,
    gross       INTEGER NOT NULL,
    -- The whole document as it was issued, so that it can be set again in years to come: JSON.
    document    TEXT NOT NULL DEFAULT '{}',
    -- When the letter that carries it was written; empty while it is still to be.
    posted_at   TEXT NOT NULL DEFAULT '',
    reminded    INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE UNIQUE INDEX invoice_number ON invoice (series, year, number) WHERE number > 0;
CREATE INDEX invoice_by_school ON invoice (school);
CREATE INDEX invoice_by_state ON invoice (state);
CREATE INDEX invoice_unposted ON invoice (id) WHERE state = 'issued' AND posted_at = '' AND kind <> 'home_invoice';

CREATE TABLE invoice_line (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    invoice_id    INTEGER NOT NULL REFERENCES invoice (id),
    place         INTEGER NOT NULL,
    deployment_id INTEGER REFERENCES deployment (id),
    -- The visit that is charged; NULL for a fee, or for what is paid in advance.
    visit_id      INTEGER REFERENCES visit (id),
    what          TEXT NOT NULL,
    -- The day of the visit and who was there; empty where the line is no visit.
    day           TEXT NOT NULL DEFAULT '',
    who           TEXT NOT NULL DEFAULT '',
    half_days     INTEGER NOT NULL,
    day_rate      INTEGER NOT NULL,
    net           INTEGER NOT NULL,
    vat_code      TEXT NOT NULL CHECK (vat_code IN ('exempt', 'outside', 'standard')),
    vat_basis_points INTEGER NOT NULL,
    nominal       TEXT NOT NULL DEFAULT '',
    -- Of a credit note: the line that it takes back. NULL again when the draft is dropped.
    credits       INTEGER REFERENCES invoice_line (id)
) STRICT;
-- No day is credited twice; a fee or an advance may be taken back in parts.
CREATE UNIQUE INDEX invoice_line_by_credited_day ON invoice_line (credits) WHERE credits IS NOT NULL AND visit_id IS NOT NULL;
CREATE INDEX invoice_line_by_credited ON invoice_line (credits) WHERE credits IS NOT NULL;
CREATE INDEX invoice_in_advance ON invoice (id) WHERE in_advance = 1;
CREATE INDEX invoice_by_corrected ON invoice (corrects) WHERE corrects IS NOT NULL;
CREATE INDEX invoice_line_by_invoice ON invoice_line (invoice_id);
CREATE INDEX invoice_line_by_visit ON invoice_line (visit_id) WHERE visit_id IS NOT NULL;

-- A day is billed once on each side (what the supported school pays, what the home school is paid): it stands on one live
-- line, until a credit note takes it off or the draft is dropped. A day that was paid in advance stands on the advance's line.
CREATE TABLE billed (
    visit_id  INTEGER NOT NULL REFERENCES visit (id),
    side      TEXT NOT NULL CHECK (side IN ('sale', 'purchase')),
    line_id   INTEGER NOT NULL REFERENCES invoice_line (id),
    PRIMARY KEY (visit_id, side)
) STRICT;
CREATE INDEX billed_by_line ON billed (line_id);

-- Money that came in, or went out to a home school.
CREATE TABLE payment (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    invoice_id INTEGER NOT NULL REFERENCES invoice (id),
    paid_on    TEXT NOT NULL,
    pence      INTEGER NOT NULL,
    -- The bank's own reference, so that a statement that is imported again changes nothing; empty where it was typed.
    bank_ref   TEXT NOT NULL DEFAULT '',
    noted_at   TEXT NOT NULL,
    noted_by   TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX payment_by_bank ON payment (bank_ref) WHERE bank_ref <> '';

-- A pooled fund or grant that days are drawn from, with its cap.
CREATE TABLE fund (
    id     INTEGER PRIMARY KEY AUTOINCREMENT,
    name   TEXT NOT NULL UNIQUE,
    payer  TEXT NOT NULL,
    cap    INTEGER NOT NULL,
    set_at TEXT NOT NULL,
    set_by TEXT NOT NULL
) STRICT;

CREATE TABLE drawn (
    visit_id INTEGER PRIMARY KEY NOT NULL REFERENCES visit (id),
    fund_id  INTEGER NOT NULL REFERENCES fund (id),
    pence    INTEGER NOT NULL,
    at       TEXT NOT NULL
) STRICT;

-- Cost-neutral swaps between schools: a ledger in half-days, without an invoice.
CREATE TABLE swap (
    visit_id  INTEGER PRIMARY KEY NOT NULL REFERENCES visit (id),
    gives     TEXT NOT NULL,
    gets      TEXT NOT NULL,
    half_days INTEGER NOT NULL,
    at        TEXT NOT NULL
) STRICT;
