-- Native histograms, and chunk rows in more forms than one: a row whose first two bytes are zero (no XOR chunk begins so) has its
-- form in the third, see stored_chunk.h.

CREATE TABLE histogram(
    id INTEGER PRIMARY KEY,
    series INTEGER NOT NULL,
    t0 INTEGER NOT NULL,
    t1 INTEGER NOT NULL,
    n INTEGER NOT NULL,
    data BLOB NOT NULL              -- see histogram_chunk.h
) STRICT;
CREATE UNIQUE INDEX histogram_at ON histogram(series, t0);
INSERT INTO meta VALUES('histograms', 0);
