-- What a bundle holds beside its samples.

CREATE TABLE document(
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,             -- incident, label, run, audit, ...
    body TEXT NOT NULL              -- one JSON object
) STRICT;
CREATE INDEX document_kind ON document(kind, id);

CREATE TABLE manifest(
    body TEXT NOT NULL              -- one JSON object, the only row
) STRICT;
