-- What was changed in the world: deployments, switches, maintenance. `tags` and `labels` are JSON. A removed one keeps its row, so that
-- the number is not given again.
CREATE TABLE change_event (
    id BIGINT NOT NULL PRIMARY KEY,
    from_ms BIGINT NOT NULL,
    to_ms BIGINT NOT NULL,
    title TEXT NOT NULL,
    body TEXT NOT NULL,
    tags TEXT NOT NULL,
    labels TEXT NOT NULL,
    source TEXT NOT NULL,
    external_id TEXT NOT NULL,
    url TEXT NOT NULL,
    author TEXT NOT NULL,
    taken_ms BIGINT NOT NULL,
    removed_ms BIGINT NOT NULL
);
CREATE UNIQUE INDEX change_event_once ON change_event (source, external_id);
CREATE INDEX change_event_by_time ON change_event (from_ms);

-- What this console has written to a Grafana: which annotation there belongs to which incident or label here. `annotation` 0: the
-- intent is kept, the answer is not known. `digest` is that of the content last written.
CREATE TABLE grafana_annotation (
    server TEXT NOT NULL,
    subject TEXT NOT NULL,
    annotation BIGINT NOT NULL,
    digest TEXT NOT NULL,
    pushed_ms BIGINT NOT NULL,
    PRIMARY KEY (server, subject)
);
