#pragma once

#include "core/bundle/bundle_manifest.h"
#include "core/store/store.h"

#include <QJsonObject>

#include <map>
#include <memory>

namespace lepto {

/// One file that carries an incident to another machine: a stretch of history and the documents that belong to it.
/// Somebody else's file: it is read only, nothing in it is executed, and a single changed byte keeps it from opening.
class Bundle {
public:
    /// Verifies the seal, then reads. Errors: NotFound, Unavailable, Damaged (changed, cut short, not a bundle), Refused (newer).
    static Result<std::unique_ptr<Bundle>> open(const QString &file);

    const BundleManifest &manifest() const { return m_manifest; }
    const Store &store() const { return *m_store; }
    Store &store() { return *m_store; } ///< thread-safe, refuses to be written
    QStringList kinds() const;
    std::vector<QJsonObject> documents(const QString &kind) const; ///< in the order they were added
    QString file() const { return m_file; }

private:
    Bundle() = default;
    Result<void> readDocuments();

    QString m_file;
    BundleManifest m_manifest;
    std::unique_ptr<Store> m_store;
    std::map<QString, std::vector<QJsonObject>> m_documents;
};

} // namespace lepto
