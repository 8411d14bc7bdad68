-- Series, their sealed chunks, the min/max pyramid over the chunks, and the journal of what is not sealed yet.
-- The last four bytes of every blob are the CRC-32C of the bytes before them.

CREATE TABLE series(
    id INTEGER PRIMARY KEY,
    labels BLOB NOT NULL            -- count, then name and value, each with its length in front
) STRICT;

CREATE TABLE chunk(
    id INTEGER PRIMARY KEY,
    data BLOB NOT NULL              -- Prometheus XOR chunk
) STRICT;

CREATE TABLE summary(
    id INTEGER PRIMARY KEY,
    series INTEGER NOT NULL,
    level INTEGER NOT NULL,         -- 0: one summary a chunk; n: one for 16 of level n-1
    t0 INTEGER NOT NULL,
    t1 INTEGER NOT NULL,
    base INTEGER NOT NULL,          -- how many summaries of this series and level came before
    data BLOB NOT NULL              -- up to 64 summaries
) STRICT;
CREATE UNIQUE INDEX summary_at ON summary(series, level, t0);

CREATE TABLE journal(
    seq INTEGER PRIMARY KEY,        -- only ever grows
    kind INTEGER NOT NULL,          -- 0: a batch as it was appended; 1: the unsealed chunks, replaces all rows before it
    data BLOB NOT NULL
) STRICT;

CREATE TABLE meta(
    key TEXT PRIMARY KEY,
    value INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO meta VALUES('generation', 0), ('chunks', 0), ('chunk_bytes', 0), ('samples', 0), ('next_series', 1);
