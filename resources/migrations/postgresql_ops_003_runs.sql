-- Plans and what became of them. `plan` holds the canonical bytes that were approved; neither it nor its hash ever changes.
CREATE TABLE run (
    id TEXT NOT NULL PRIMARY KEY,
    plan TEXT NOT NULL,
    hash TEXT NOT NULL,
    runbook TEXT NOT NULL,
    target TEXT NOT NULL,
    incident BIGINT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('planned', 'awaiting-approval', 'approved', 'preflight', 'running', 'verifying', 'succeeded',
        'inconclusive', 'harmful', 'rolling-back', 'rolled-back', 'rollback-failed', 'expired', 'rejected', 'cancelled', 'blocked',
        'needs-human', 'failed')),
    reason TEXT NOT NULL,
    before_value DOUBLE PRECISION,
    after_value DOUBLE PRECISION,
    baselines TEXT NOT NULL,
    guards TEXT NOT NULL,
    created_ms BIGINT NOT NULL,
    started_ms BIGINT NOT NULL,
    updated_ms BIGINT NOT NULL
);
CREATE INDEX run_by_start ON run (started_ms);

CREATE TABLE run_step (
    run TEXT NOT NULL REFERENCES run (id),
    n INTEGER NOT NULL,
    step TEXT NOT NULL,
    is_rollback INTEGER NOT NULL,
    is_dry_run INTEGER NOT NULL,
    state TEXT NOT NULL,
    started_ms BIGINT NOT NULL,
    ended_ms BIGINT NOT NULL,
    exit_code INTEGER NOT NULL,
    output TEXT NOT NULL,
    PRIMARY KEY (run, n)
);

-- An approval that a difference has voided stays, marked.
CREATE TABLE run_approval (
    run TEXT NOT NULL REFERENCES run (id),
    n INTEGER NOT NULL,
    signed_by TEXT NOT NULL,
    public_key TEXT NOT NULL,
    reason TEXT NOT NULL,
    plan_hash TEXT NOT NULL,
    signature TEXT NOT NULL,
    at_ms BIGINT NOT NULL,
    is_void INTEGER NOT NULL,
    PRIMARY KEY (run, n)
);

-- 'armed_until' and 'stopped': shared by all processes that hold this database.
CREATE TABLE run_switch (
    name TEXT NOT NULL PRIMARY KEY,
    value BIGINT NOT NULL,
    actor TEXT NOT NULL,
    at_ms BIGINT NOT NULL
);

CREATE FUNCTION run_plan_stays() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
    RAISE EXCEPTION ''a plan never changes'';
END';
CREATE FUNCTION run_stays() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
    RAISE EXCEPTION ''runs are never deleted'';
END';

CREATE OR REPLACE TRIGGER run_plan_is_immutable BEFORE UPDATE OF id, plan, hash, runbook, target, incident, created_ms ON run
EXECUTE FUNCTION run_plan_stays();
CREATE OR REPLACE TRIGGER run_is_kept BEFORE DELETE OR TRUNCATE ON run EXECUTE FUNCTION run_stays();
