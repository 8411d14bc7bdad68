-- The record of who did what: as in the file of the same name for SQLite; the guards are written in this database's own language.
CREATE TABLE audit (
    seq BIGINT NOT NULL PRIMARY KEY,
    body TEXT NOT NULL,
    leaf TEXT NOT NULL
);

CREATE TABLE audit_checkpoint (
    size BIGINT NOT NULL PRIMARY KEY,
    peaks TEXT NOT NULL,
    note TEXT NOT NULL
);

-- The public key of each console that writes here.
CREATE TABLE audit_key (
    fingerprint TEXT NOT NULL PRIMARY KEY,
    public_key TEXT NOT NULL,
    at_ms BIGINT NOT NULL
);

CREATE FUNCTION audit_in_order() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
    IF NEW.seq <> (SELECT COALESCE(MAX(seq), 0) + 1 FROM audit) THEN
        RAISE EXCEPTION ''audit entries are appended in order'';
    END IF;
    RETURN NEW;
END';
CREATE FUNCTION audit_checkpoint_in_order() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
    IF NEW.size <> (SELECT COALESCE(MAX(size), 0) + 1 FROM audit_checkpoint) THEN
        RAISE EXCEPTION ''audit checkpoints are appended in order'';
    END IF;
    RETURN NEW;
END';
CREATE FUNCTION audit_is_kept() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
    RAISE EXCEPTION ''audit entries never change and are never deleted'';
END';

CREATE OR REPLACE TRIGGER audit_appends_only BEFORE INSERT ON audit FOR EACH ROW EXECUTE FUNCTION audit_in_order();
CREATE OR REPLACE TRIGGER audit_checkpoint_appends_only BEFORE INSERT ON audit_checkpoint FOR EACH ROW EXECUTE FUNCTION audit_checkpoint_in_order();
CREATE OR REPLACE TRIGGER audit_keeps_entries BEFORE UPDATE OR DELETE OR TRUNCATE ON audit EXECUTE FUNCTION audit_is_kept();
CREATE OR REPLACE TRIGGER audit_key_is_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_key EXECUTE FUNCTION audit_is_kept();
CREATE OR REPLACE TRIGGER audit_checkpoint_keeps_entries BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_checkpoint EXECUTE FUNCTION audit_is_kept();
