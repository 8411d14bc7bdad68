-- The record of who did what: an RFC 6962 Merkle log. `body` is ASCII JSON kept exactly as it was hashed; hashes are hexadecimal.
CREATE TABLE audit (
    seq BIGINT NOT NULL PRIMARY KEY,
    body TEXT NOT NULL,
    leaf TEXT NOT NULL
);

-- The signed head after each entry: the peaks of the tree (so that an append costs O(log n)) and the signed note.
CREATE TABLE audit_checkpoint (
    size BIGINT NOT NULL PRIMARY KEY,
    peaks TEXT NOT NULL,
    note TEXT NOT NULL
);

-- Guards against our own mistakes; against others there are hashes, signatures and the anchor outside.
CREATE TRIGGER audit_appends_only BEFORE INSERT ON audit
WHEN NEW.seq <> (SELECT COALESCE(MAX(seq), 0) + 1 FROM audit)
BEGIN SELECT RAISE(ABORT, 'audit entries are appended in order'); END;
CREATE TRIGGER audit_keeps_entries BEFORE UPDATE ON audit
BEGIN SELECT RAISE(ABORT, 'audit entries never change'); END;
CREATE TRIGGER audit_loses_nothing BEFORE DELETE ON audit
BEGIN SELECT RAISE(ABORT, 'audit entries are never deleted'); END;
CREATE TRIGGER audit_checkpoint_appends_only BEFORE INSERT ON audit_checkpoint
WHEN NEW.size <> (SELECT COALESCE(MAX(size), 0) + 1 FROM audit_checkpoint)
BEGIN SELECT RAISE(ABORT, 'audit checkpoints are appended in order'); END;
CREATE TRIGGER audit_checkpoint_keeps_entries BEFORE UPDATE ON audit_checkpoint
BEGIN SELECT RAISE(ABORT, 'audit checkpoints never change'); END;
CREATE TRIGGER audit_checkpoint_loses_nothing BEFORE DELETE ON audit_checkpoint
BEGIN SELECT RAISE(ABORT, 'audit checkpoints are never deleted'); END;
