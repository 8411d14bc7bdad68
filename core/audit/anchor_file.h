#pragma once

#include "core/audit/checkpoint.h"

namespace lepto {

/// The latest signed head, kept in a file outside the database: what shows that a database was cut or set back.
/// Written beside and renamed. A plain value.
class AnchorFile {
public:
    explicit AnchorFile(QString path) : m_path(std::move(path)) {}

    QString path() const { return m_path; }
    bool exists() const;
    /// Errors: NotFound, Unavailable, Damaged (not a head signed by this key).
    Result<Checkpoint> read(const QByteArray &publicKey) const;
    Result<void> write(const QString &note) const;

private:
    QString m_path;
};

} // namespace lepto
