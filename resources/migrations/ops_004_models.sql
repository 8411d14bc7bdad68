-- Versions of trained models. `series`, `metrics`: JSON. `job` names the training job that made it, so that none registers twice.
CREATE TABLE model (
    name TEXT NOT NULL,
    version INTEGER NOT NULL,
    stage TEXT NOT NULL CHECK (stage IN ('candidate', 'active', 'retired', 'refused')),
    file TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    signature TEXT NOT NULL,
    key_fingerprint TEXT NOT NULL,
    arch TEXT NOT NULL,
    device TEXT NOT NULL,
    series TEXT NOT NULL,
    metrics TEXT NOT NULL,
    trained_ms BIGINT NOT NULL,
    data_from_ms BIGINT NOT NULL,
    data_to_ms BIGINT NOT NULL,
    refused_because TEXT NOT NULL,
    job TEXT,
    PRIMARY KEY (name, version)
);
CREATE UNIQUE INDEX model_one_active ON model (name) WHERE stage = 'active';
CREATE UNIQUE INDEX model_one_of_job ON model (job) WHERE job IS NOT NULL;

-- Which version became active when: the way back.
CREATE TABLE model_activation (
    n INTEGER NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    version INTEGER NOT NULL,
    at_ms BIGINT NOT NULL
);

-- Training jobs. `request`, `losses`, `result`: JSON. `owner` is the process that runs it.
CREATE TABLE training_job (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('queued', 'exporting', 'running', 'evaluating', 'done', 'failed', 'cancelled', 'interrupted')),
    request TEXT NOT NULL,
    device TEXT NOT NULL,
    reason TEXT NOT NULL,
    epoch INTEGER NOT NULL,
    epochs INTEGER NOT NULL,
    losses TEXT NOT NULL,
    result TEXT NOT NULL,
    started_ms BIGINT NOT NULL,
    heartbeat_ms BIGINT NOT NULL,
    owner TEXT NOT NULL
);
CREATE INDEX training_job_by_start ON training_job (started_ms);
