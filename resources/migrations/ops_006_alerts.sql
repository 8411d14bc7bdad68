-- The stretches in which alerts fired. `sources` is a JSON array of names, labels and annotations are JSON objects; resolved_ms 0: goes on.
CREATE TABLE alert_episode (
    id BIGINT NOT NULL PRIMARY KEY,
    fingerprint TEXT NOT NULL,
    labels TEXT NOT NULL,
    annotations TEXT NOT NULL,
    sources TEXT NOT NULL,
    fired_ms BIGINT NOT NULL,
    seen_ms BIGINT NOT NULL,
    resolved_ms BIGINT NOT NULL
);
CREATE INDEX alert_episode_by_time ON alert_episode (fired_ms);
CREATE INDEX alert_episode_by_alert ON alert_episode (fingerprint, fired_ms);
CREATE INDEX alert_episode_open ON alert_episode (resolved_ms);
