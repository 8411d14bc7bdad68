-- Lines of logs in compressed blocks, where their sources are to be read on, their patterns, and counts for charts.
-- The last four bytes of every blob are the CRC-32C of the bytes before them.

CREATE TABLE source(
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    lines INTEGER NOT NULL          -- ever kept: the number of the next line
) STRICT;

CREATE TABLE block(
    id INTEGER PRIMARY KEY,
    source INTEGER NOT NULL,
    rank INTEGER NOT NULL,          -- how often its lines were packed together; 255: full
    first INTEGER NOT NULL,         -- number of its first line within the source; the lines of a block follow one another
    lines INTEGER NOT NULL,
    t0 INTEGER NOT NULL,            -- earliest and latest line
    t1 INTEGER NOT NULL,
    levels INTEGER NOT NULL,        -- bit n: a line of level n is in it
    bytes INTEGER NOT NULL,         -- of data, unpacked
    head BLOB NOT NULL,             -- patterns with their number of lines
    data BLOB NOT NULL              -- zstd
) STRICT;
CREATE INDEX block_by_time ON block(t1, t0, source, levels);
CREATE INDEX block_by_number ON block(source, first);

CREATE TABLE pattern(
    source INTEGER NOT NULL,
    id INTEGER NOT NULL,
    level INTEGER NOT NULL,
    service TEXT NOT NULL,
    text TEXT NOT NULL,
    first_seen INTEGER NOT NULL,
    last_seen INTEGER NOT NULL,
    lines INTEGER NOT NULL,
    PRIMARY KEY(source, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE tally(
    step INTEGER NOT NULL,          -- width of the bucket in milliseconds
    t INTEGER NOT NULL,             -- its begin
    source INTEGER NOT NULL,
    level INTEGER NOT NULL,
    lines INTEGER NOT NULL,
    PRIMARY KEY(step, t, source, level)
) STRICT, WITHOUT ROWID;

CREATE TABLE position(
    source INTEGER NOT NULL,
    key TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY(source, key)
) STRICT, WITHOUT ROWID;
