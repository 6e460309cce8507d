CREATE TABLE company (
    id         INTEGER PRIMARY KEY CHECK (id = 1),
    name       TEXT NOT NULL,
    kvk        TEXT,
    tax_number TEXT,
    street     TEXT,
    postcode   TEXT,
    town       TEXT,
    contact    TEXT,
    email      TEXT,
    phone      TEXT,
    employees  INTEGER,
    sector     TEXT,
    example    INTEGER NOT NULL CHECK (example IN (0, 1)),
    logo       TEXT REFERENCES kept_file (sha256) ON DELETE RESTRICT
) STRICT;
CREATE TABLE certificate (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    level       TEXT NOT NULL CHECK (level IN ('aspirant', '1', '2', '3', '30_plus')),
    valid_from  TEXT NOT NULL CHECK (valid_from IS date(valid_from, '+0 days')),
    valid_until TEXT NOT NULL CHECK (valid_until IS date(valid_until, '+0 days')),
    CHECK (valid_until >= valid_from)
) STRICT;
CREATE TABLE candidate (
    id   INTEGER PRIMARY KEY AUTOINCREMENT,
    code TEXT NOT NULL UNIQUE,
    role TEXT,
    note TEXT
) STRICT;
CREATE TABLE person (
    id     INTEGER PRIMARY KEY REFERENCES candidate (id) ON DELETE RESTRICT,
    sealed TEXT NOT NULL
) STRICT;
CREATE TABLE person_key (
    subject    TEXT NOT NULL CHECK (subject IN ('candidate', 'effort')),
    subject_id INTEGER NOT NULL,
    key        BLOB CHECK (length(key) = 32),
    PRIMARY KEY (subject, subject_id)
) STRICT;
CREATE TABLE supplier (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    name        TEXT NOT NULL,
    scheme      TEXT,
    issuer      TEXT,
    valid_from  TEXT CHECK (valid_from IS date(valid_from, '+0 days')),
    valid_until TEXT CHECK (valid_until IS date(valid_until, '+0 days')),
    note        TEXT
, target_group_share  TEXT CHECK (target_group_share NOT GLOB '*[^0-9/]*'), market_income_share TEXT CHECK (market_income_share NOT GLOB '*[^0-9/]*'), seat                TEXT, aspirant_since      TEXT CHECK (aspirant_since IS date(aspirant_since, '+0 days'))) STRICT;
CREATE TABLE rule_copy (
    sha256 TEXT NOT NULL PRIMARY KEY CHECK (length(sha256) = 64),
    plain  TEXT NOT NULL CHECK (json_valid(plain))
) STRICT;
CREATE TABLE rule_block (
    sha256 TEXT NOT NULL REFERENCES rule_copy (sha256) ON DELETE RESTRICT,
    code   TEXT NOT NULL,
    label  TEXT NOT NULL,
    PRIMARY KEY (sha256, code)
) STRICT, WITHOUT ROWID;
CREATE TABLE contract (
    id                 INTEGER PRIMARY KEY AUTOINCREMENT,
    number             TEXT NOT NULL UNIQUE,
    title              TEXT NOT NULL,
    authority          TEXT NOT NULL,
    rule_set_id        TEXT NOT NULL,
    rule_copy          TEXT NOT NULL REFERENCES rule_copy (sha256) ON DELETE RESTRICT,
    state              TEXT NOT NULL CHECK (state IN (
        'tender', 'bid', 'lost', 'awarded', 'plan_agreed', 'running', 'reporting', 'recovery',
        'settled')),
    reference          TEXT,
    category           TEXT CHECK (category IN ('works', 'services', 'supplies')),
    sum_cents          INTEGER CHECK (sum_cents >= 0),
    percentage         TEXT CHECK (percentage NOT GLOB '*[^0-9/]*'),
    offered_percentage TEXT CHECK (offered_percentage NOT GLOB '*[^0-9/]*'),
    fixed_cents        INTEGER CHECK (fixed_cents >= 0),
    labour_share       TEXT CHECK (labour_share NOT GLOB '*[^0-9/]*'),
    company_share      TEXT NOT NULL CHECK (company_share NOT GLOB '*[^0-9/]*'),
    published_on       TEXT CHECK (published_on IS date(published_on, '+0 days')),
    awarded_on         TEXT CHECK (awarded_on IS date(awarded_on, '+0 days')),
    starts_on          TEXT CHECK (starts_on IS date(starts_on, '+0 days')),
    ends_on            TEXT CHECK (ends_on IS date(ends_on, '+0 days')),
    rhythm             TEXT CHECK (rhythm IN (
        'monthly', 'quarterly', 'half_yearly', 'yearly', 'at_end')),
    full_time_hours    TEXT CHECK (full_time_hours NOT GLOB '*[^0-9/]*'),
    contact_name       TEXT,
    contact_made_on    TEXT CHECK (contact_made_on IS date(contact_made_on, '+0 days')),
    plan_sent_on       TEXT CHECK (plan_sent_on IS date(plan_sent_on, '+0 days')),
    plan_agreed_on     TEXT CHECK (plan_agreed_on IS date(plan_agreed_on, '+0 days')),
    note               TEXT,
    bid_cents          INTEGER CHECK (bid_cents >= 0),
    bid_on             TEXT CHECK (bid_on IS date(bid_on, '+0 days')),
    wage_cents         INTEGER CHECK (wage_cents >= 0),
    turnover_cents     INTEGER CHECK (turnover_cents >= 0),
    quotas             TEXT NOT NULL CHECK (json_valid(quotas)),
    switches           TEXT NOT NULL CHECK (json_valid(switches)),
    CHECK (ends_on >= starts_on)
) STRICT;
CREATE TABLE clause (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    title       TEXT NOT NULL,
    authority   TEXT NOT NULL,
    reference   TEXT NOT NULL,
    text        TEXT NOT NULL,
    answers     TEXT NOT NULL CHECK (json_valid(answers)),
    rule_set_id TEXT,
    contract_id INTEGER REFERENCES contract (id) ON DELETE RESTRICT
) STRICT;
CREATE TABLE invoice (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    contract_id INTEGER NOT NULL REFERENCES contract (id) ON DELETE RESTRICT,
    dated       TEXT NOT NULL CHECK (dated IS date(dated, '+0 days')),
    cents       INTEGER NOT NULL,
    number      TEXT
) STRICT;
CREATE TABLE effort (
    id                 INTEGER PRIMARY KEY AUTOINCREMENT,
    kind               TEXT NOT NULL CHECK (kind IN (
        'placement', 'apprenticeship', 'traineeship', 'purchase', 'activity', 'cost', 'bespoke')),
    block              TEXT NOT NULL,
    title              TEXT NOT NULL,
    starts_on          TEXT NOT NULL CHECK (starts_on IS date(starts_on, '+0 days')),
    ends_on            TEXT NOT NULL CHECK (ends_on IS date(ends_on, '+0 days')),
    state              TEXT NOT NULL CHECK (state IN (
        'planned', 'committed', 'realised', 'reported', 'accepted', 'accepted_in_part',
        'rejected')),
    candidate_id       INTEGER REFERENCES candidate (id) ON DELETE RESTRICT,
    supplier_id        INTEGER REFERENCES supplier (id) ON DELETE RESTRICT,
    hours_per_week     TEXT CHECK (hours_per_week NOT GLOB '*[^0-9/]*'),
    worked_hours       TEXT CHECK (worked_hours NOT GLOB '*[^0-9/]*'),
    employees          INTEGER CHECK (employees >= 0),
    hours              TEXT CHECK (hours NOT GLOB '*[^0-9/]*'),
    quantity           TEXT CHECK (quantity NOT GLOB '*[^0-9/]*'),
    amount_cents       INTEGER CHECK (amount_cents >= 0),
    invoice_number     TEXT,
    born_sealed        TEXT,
    bonuses            TEXT NOT NULL CHECK (json_valid(bonuses)),
    bonus_costs        TEXT NOT NULL CHECK (json_valid(bonus_costs)),
    counted_since      TEXT CHECK (counted_since IS date(counted_since, '+0 days')),
    counted_before     TEXT NOT NULL,
    wage_subsidy_until TEXT CHECK (wage_subsidy_until IS date(wage_subsidy_until, '+0 days')),
    worked_here_before INTEGER CHECK (worked_here_before IN (0, 1)),
    on_project         INTEGER CHECK (on_project IN (0, 1)),
    place              TEXT,
    note               TEXT,
    accepted_cents     INTEGER,
    verdict            TEXT,
    CHECK (ends_on >= starts_on)
) STRICT;
CREATE TABLE hour (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    effort_id INTEGER NOT NULL REFERENCES effort (id) ON DELETE RESTRICT,
    worked_on TEXT NOT NULL CHECK (worked_on IS date(worked_on, '+0 days')),
    hours     TEXT NOT NULL CHECK (hours NOT GLOB '*[^0-9/]*')
) STRICT;
CREATE TABLE apart (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    first_id  INTEGER NOT NULL REFERENCES effort (id) ON DELETE RESTRICT,
    second_id INTEGER NOT NULL REFERENCES effort (id) ON DELETE RESTRICT,
    CHECK (first_id < second_id),
    UNIQUE (first_id, second_id)
) STRICT;
CREATE TABLE allocation (
    id             INTEGER PRIMARY KEY AUTOINCREMENT,
    effort_id      INTEGER NOT NULL REFERENCES effort (id) ON DELETE RESTRICT,
    contract_id    INTEGER NOT NULL REFERENCES contract (id) ON DELETE RESTRICT,
    starts_on      TEXT NOT NULL CHECK (starts_on IS date(starts_on, '+0 days')),
    ends_on        TEXT NOT NULL CHECK (ends_on IS date(ends_on, '+0 days')),
    parts          INTEGER NOT NULL CHECK (parts BETWEEN 1 AND 1000000),
    value_cents    INTEGER NOT NULL CHECK (value_cents >= 0),
    accepted_cents INTEGER NOT NULL,
    reported_cents INTEGER NOT NULL CHECK (reported_cents >= 0),
    missing        TEXT NOT NULL CHECK (json_valid(missing)),
    missing_count  INTEGER NOT NULL CHECK (missing_count = json_array_length(missing)),
    counted_since  TEXT CHECK (counted_since IS date(counted_since, '+0 days')),
    counted_years  TEXT NOT NULL CHECK (counted_years NOT GLOB '*[^0-9/]*'), set_aside TEXT,
    CHECK (ends_on >= starts_on)
) STRICT;
CREATE TABLE valuation (
    id    INTEGER PRIMARY KEY REFERENCES allocation (id) ON DELETE RESTRICT,
    plain TEXT NOT NULL CHECK (json_valid(plain))
) STRICT;
CREATE TABLE kept_file (
    id     INTEGER PRIMARY KEY,
    sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64),
    size   INTEGER NOT NULL CHECK (size = length(bytes)),
    bytes  BLOB NOT NULL
) STRICT;
CREATE TABLE piece (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    effort_id   INTEGER NOT NULL REFERENCES effort (id) ON DELETE RESTRICT,
    requirement TEXT NOT NULL,
    title       TEXT NOT NULL,
    dated       TEXT CHECK (dated IS date(dated, '+0 days')),
    covers_from TEXT CHECK (covers_from IS date(covers_from, '+0 days')),
    covers_to   TEXT CHECK (covers_to IS date(covers_to, '+0 days')),
    file_name   TEXT,
    sha256      TEXT REFERENCES kept_file (sha256) ON DELETE RESTRICT,
    size        INTEGER,
    seen_by     TEXT,
    seen_on     TEXT CHECK (seen_on IS date(seen_on, '+0 days')),
    readable    INTEGER NOT NULL CHECK (readable IN (0, 1)),
    CHECK ((covers_from IS NULL) = (covers_to IS NULL) AND covers_to >= covers_from),
    CHECK ((sha256 IS NULL) = (size IS NULL))
) STRICT;
CREATE TABLE report (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    contract_id INTEGER NOT NULL REFERENCES contract (id) ON DELETE RESTRICT,
    number      TEXT NOT NULL,
    kind        TEXT NOT NULL CHECK (kind <> ''),
    variant     TEXT NOT NULL CHECK (variant IN ('anonymous', 'pseudonymous', 'named')),
    starts_on   TEXT NOT NULL CHECK (starts_on IS date(starts_on, '+0 days')),
    ends_on     TEXT NOT NULL CHECK (ends_on IS date(ends_on, '+0 days')),
    issued_at   TEXT NOT NULL,
    entry_id    INTEGER NOT NULL,
    data_sha256 TEXT NOT NULL CHECK (length(data_sha256) = 64),
    pdf_sha256  TEXT NOT NULL CHECK (length(pdf_sha256) = 64),
    corrects    INTEGER REFERENCES report (id) ON DELETE RESTRICT,
    UNIQUE (contract_id, number),
    CHECK (ends_on >= starts_on)
) STRICT;
CREATE TABLE report_document (
    id   INTEGER PRIMARY KEY REFERENCES report (id) ON DELETE RESTRICT,
    data BLOB NOT NULL,
    pdf  BLOB NOT NULL
) STRICT;
CREATE TABLE report_line (
    id             INTEGER PRIMARY KEY AUTOINCREMENT,
    report_id      INTEGER NOT NULL REFERENCES report (id) ON DELETE RESTRICT,
    effort_id      INTEGER NOT NULL REFERENCES effort (id) ON DELETE RESTRICT,
    realised_cents INTEGER NOT NULL CHECK (realised_cents >= 0),
    UNIQUE (report_id, effort_id)
) STRICT;
CREATE TABLE history (
    id        INTEGER PRIMARY KEY,
    at        TEXT NOT NULL,
    who       TEXT NOT NULL,
    name      TEXT NOT NULL,
    about     TEXT NOT NULL,
    kind      TEXT NOT NULL CHECK (kind IN ('act', 'undo', 'redo')),
    origin    INTEGER NOT NULL REFERENCES history (id) ON DELETE RESTRICT,
    reverses  INTEGER REFERENCES history (id) ON DELETE RESTRICT,
    undoable  INTEGER NOT NULL CHECK (undoable IN (0, 1)),
    tables    TEXT NOT NULL CHECK (json_valid(tables)),
    contracts TEXT NOT NULL CHECK (json_valid(contracts)),
    hash      TEXT NOT NULL CHECK (length(hash) = 64),
    changes   TEXT NOT NULL CHECK (json_valid(changes)),
    CHECK ((kind = 'act') = (reverses IS NULL) AND (kind = 'act') = (origin = id))
) STRICT;
CREATE TABLE draft (
    key  TEXT NOT NULL PRIMARY KEY,
    data TEXT NOT NULL CHECK (json_valid(data))
) STRICT;
CREATE INDEX clause_by_contract ON clause (contract_id);
CREATE INDEX invoice_by_contract ON invoice (contract_id);
CREATE INDEX effort_by_start ON effort (starts_on);
CREATE INDEX effort_by_end ON effort (ends_on, state, starts_on);
CREATE INDEX effort_by_candidate ON effort (candidate_id);
CREATE INDEX effort_by_supplier ON effort (supplier_id);
CREATE INDEX hour_by_effort ON hour (effort_id);
CREATE INDEX apart_by_second ON apart (second_id);
CREATE INDEX allocation_by_effort ON allocation (effort_id);
CREATE INDEX allocation_by_contract ON allocation (contract_id);
CREATE INDEX piece_by_effort ON piece (effort_id);
CREATE INDEX piece_by_file ON piece (sha256);
CREATE INDEX report_line_by_effort ON report_line (effort_id);
CREATE INDEX history_by_origin ON history (origin);
CREATE INDEX history_by_kind ON history (kind);
CREATE INDEX allocation_lacking ON allocation (contract_id, value_cents, effort_id)
WHERE missing_count > 0;
CREATE TRIGGER rule_copy_stays BEFORE UPDATE ON rule_copy
BEGIN SELECT RAISE(ABORT, 'a copy of a rule set never changes'); END;
CREATE TRIGGER allocation_never_above_the_whole_INSERT AFTER INSERT ON allocation
WHEN EXISTS (
    SELECT 1
    FROM allocation AS one
    JOIN allocation AS claim ON claim.effort_id = one.effort_id
        AND one.starts_on BETWEEN claim.starts_on AND claim.ends_on
    WHERE one.effort_id = NEW.effort_id
    GROUP BY one.id
    HAVING sum(claim.parts) > 1000000
)
BEGIN SELECT RAISE(ABORT, 'the shares of an effort exceed the whole'); END;
CREATE TRIGGER allocation_never_above_the_whole_UPDATE AFTER UPDATE ON allocation
WHEN EXISTS (
    SELECT 1
    FROM allocation AS one
    JOIN allocation AS claim ON claim.effort_id = one.effort_id
        AND one.starts_on BETWEEN claim.starts_on AND claim.ends_on
    WHERE one.effort_id = NEW.effort_id
    GROUP BY one.id
    HAVING sum(claim.parts) > 1000000
)
BEGIN SELECT RAISE(ABORT, 'the shares of an effort exceed the whole'); END;
CREATE TRIGGER kept_file_stays BEFORE UPDATE ON kept_file
BEGIN SELECT RAISE(ABORT, 'a kept file never changes'); END;
CREATE TRIGGER report_stays_on_UPDATE BEFORE UPDATE ON report
BEGIN SELECT RAISE(ABORT, 'an issued report never changes'); END;
CREATE TRIGGER report_stays_on_DELETE BEFORE DELETE ON report
BEGIN SELECT RAISE(ABORT, 'an issued report never changes'); END;
CREATE TRIGGER report_document_stays_on_UPDATE BEFORE UPDATE ON report_document
BEGIN SELECT RAISE(ABORT, 'an issued report never changes'); END;
CREATE TRIGGER report_document_stays_on_DELETE BEFORE DELETE ON report_document
BEGIN SELECT RAISE(ABORT, 'an issued report never changes'); END;
CREATE TRIGGER report_line_stays_on_UPDATE BEFORE UPDATE ON report_line
BEGIN SELECT RAISE(ABORT, 'an issued report never changes'); END;
CREATE TRIGGER report_line_stays_on_DELETE BEFORE DELETE ON report_line
BEGIN SELECT RAISE(ABORT, 'an issued report never changes'); END;
CREATE TRIGGER history_only_grows_UPDATE BEFORE UPDATE ON history
BEGIN SELECT RAISE(ABORT, 'the history only grows'); END;
CREATE TRIGGER history_only_grows_DELETE BEFORE DELETE ON history
BEGIN SELECT RAISE(ABORT, 'the history only grows'); END;
