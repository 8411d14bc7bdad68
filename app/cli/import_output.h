#pragma once

#include "app/cli/command.h"
#include "core/files/file_import.h"

namespace lepto::cli {

/// What an import says: each path as it is done, and at the end one JSON value.
class ImportTally {
public:
    /// `keepFrom`: samples before it go with the next upkeep of a collector, which is worth a warning.
    ImportTally(Output &out, TimeMs keepFrom) : m_out(out), m_keepFrom(keepFrom) {}

    void add(const ImportReport &report);
    void add(const Error &error);
    int finish();

private:
    Output &m_out;
    TimeMs m_keepFrom;
    QJsonArray m_all;
    int m_code = Good;
};

/// Prints how a path would be read, and adds it to `all`; returns the exit code.
int previewPath(Session &session, const QString &path, const ImportOptions &options, QJsonArray &all);

} // namespace lepto::cli
