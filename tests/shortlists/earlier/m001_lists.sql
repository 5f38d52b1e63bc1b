-- A database as the migration m001_lists left it, with three lists: one of four activities, of
-- which two share a place after an undo; one of a single activity; and one that has expired.
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
) STRICT;
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
INSERT INTO "_sqlite_migrations"
    VALUES (1, 'shortlists', 'm001_lists', '2026-11-22 04:30:44.810434+00:00');
CREATE TABLE shortlists (
    shortlist_id INTEGER PRIMARY KEY,
    token_hash BLOB NOT NULL UNIQUE,
    next_position INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL
) STRICT;
CREATE INDEX shortlists_by_expiry ON shortlists (expires_at);
CREATE TABLE shortlist_entries (
    shortlist_id INTEGER NOT NULL REFERENCES shortlists ON DELETE CASCADE,
    council TEXT NOT NULL,
    activity_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    added_at INTEGER NOT NULL,
    PRIMARY KEY (shortlist_id, council, activity_id)
) STRICT, WITHOUT ROWID;
-- The tokens are 22 times A, 22 times B and 22 times C. The times are around noon in UTC on
-- 3 November 2026, and 180 days before.
INSERT INTO shortlists VALUES
    (1, X'8A5BDB4CC15164126C6EF2668DE9DD240D299CE6397A42C95A9411B93D080ED8',
     4, 1793710800, 1809262800),
    (2, X'C69FB40FEBA930717E71F01707A9FCCD9EC6997E59F96EA8D1F7A076A5FACEC1',
     2, 1793707200, 1809259200),
    (3, X'B87079E487B5033D334601A6D06C529E19BA4070BDF8BDCC083FE04412A3BA78',
     2, 1778155200, 1793707200);
INSERT INTO shortlist_entries VALUES
    (1, 'kent', 'example-choir', 2, 1793707200),
    (1, 'kent', 'example-swim', 2, 1793707200),
    (1, 'kent', 'example-walk', 1, 1793707200),
    (1, 'stockport', 'example-choir', 3, 1793710800),
    (2, 'kent', 'example-walk', 1, 1793707200),
    (3, 'kent', 'example-walk', 1, 1778155200);
