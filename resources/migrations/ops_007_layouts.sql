-- Layouts of the Explore page, imported from dashboards. `body` is the layout as JSON.
CREATE TABLE explore_layout (
    id BIGINT NOT NULL PRIMARY KEY,
    title TEXT NOT NULL,
    origin TEXT NOT NULL,
    body TEXT NOT NULL,
    saved_ms BIGINT NOT NULL
);
CREATE UNIQUE INDEX explore_layout_once ON explore_layout (origin);
