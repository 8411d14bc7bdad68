CREATE TABLE incident (
    id BIGINT NOT NULL PRIMARY KEY,
    title TEXT NOT NULL,
    severity TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'acknowledged', 'mitigating', 'resolved', 'closed')),
    service TEXT NOT NULL,
    onset_ms BIGINT NOT NULL,
    detected_ms BIGINT NOT NULL,
    ended_ms BIGINT NOT NULL,
    verdict TEXT NOT NULL,
    verdict_by TEXT NOT NULL
);
CREATE INDEX incident_by_detection ON incident (detected_ms);

-- One row for each stretch; the same series may come back later within one incident.
CREATE TABLE incident_anomaly (
    incident BIGINT NOT NULL REFERENCES incident (id),
    series TEXT NOT NULL,
    from_ms BIGINT NOT NULL,
    to_ms BIGINT NOT NULL,
    service TEXT NOT NULL,
    signal TEXT NOT NULL,
    score DOUBLE PRECISION NOT NULL,
    value DOUBLE PRECISION,
    expected DOUBLE PRECISION,
    lower_bound DOUBLE PRECISION,
    upper_bound DOUBLE PRECISION,
    detector TEXT NOT NULL,
    is_open INTEGER NOT NULL,
    PRIMARY KEY (incident, series, from_ms)
);

CREATE TABLE incident_timeline (
    incident BIGINT NOT NULL REFERENCES incident (id),
    n INTEGER NOT NULL,
    at_ms BIGINT NOT NULL,
    kind TEXT NOT NULL,
    text TEXT NOT NULL,
    actor TEXT NOT NULL,
    PRIMARY KEY (incident, n)
);

-- A removed label keeps its row, so that the removal can be undone and its number is never given twice.
CREATE TABLE label_region (
    id BIGINT NOT NULL PRIMARY KEY,
    series TEXT NOT NULL,
    from_ms BIGINT NOT NULL,
    to_ms BIGINT NOT NULL,
    class TEXT NOT NULL,
    reason TEXT NOT NULL,
    author TEXT NOT NULL,
    created_ms BIGINT NOT NULL,
    incident BIGINT NOT NULL,
    removed_ms BIGINT NOT NULL
);
CREATE INDEX label_region_by_time ON label_region (from_ms, to_ms);
