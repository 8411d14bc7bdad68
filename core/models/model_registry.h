#pragma once

#include "core/audit/audit_log.h"
#include "core/base/clock.h"
#include "core/base/signing_key.h"
#include "core/models/model.h"
#include "core/store/ops_database.h"

#include <QObject>

#include <optional>

namespace lepto {

/// The trained models: files in one folder, rows in ops.db, at most one active version a name. A version is believed only while
/// its file has the hash that was signed when it was registered; else it is refused, with the reason kept. Each change is one
/// transaction with its audit entry. Lives in the engine's thread; `db`, `audit`, `clock` outlive it.
class ModelRegistry : public QObject {
    Q_OBJECT
public:
    ModelRegistry(OpsDatabase &db, AuditLog &audit, SigningKey key, QString folder, const Clock &clock, QString user, QObject *parent = nullptr);

    Result<void> load();
    const std::vector<ModelVersion> &models() const { return m_models; } ///< by name, newest version first
    std::optional<ModelVersion> find(const QString &name, int version) const;
    std::optional<ModelVersion> active(const QString &name) const;
    std::vector<ModelVersion> actives() const;

    /// Copies `file` into the folder as the next version of `name`, signs and registers it. Registering what `job` has registered before
    /// answers that version again, so that a resumed job is not done twice.
    /// Errors: BadInput (name), those of reading a model, Exhausted, Unavailable.
    Result<ModelVersion> registerCandidate(const QString &name, const QString &file, const QJsonObject &metrics, const QString &job = {});
    /// Hash, manifest and signature as they are now. A difference makes the version Refused. Errors: NotFound, Refused with the difference.
    Result<void> verify(const QString &name, int version);
    /// Verifies and makes it the active version; the former one is retired. Errors: as verify, Conflict where it is active already.
    Result<void> promote(const QString &name, int version);
    /// Back to the version that was active before this one. Errors: NotFound where there is none, Refused.
    Result<void> rollBack(const QString &name);

Q_SIGNALS:
    void changed();

private:
    Result<void> refuse(ModelVersion model, const QString &reason);
    Result<void> activate(const ModelVersion &model, const QString &auditType);
    Result<void> insert(const ModelVersion &model, const QString &job);
    QString differenceOf(const ModelVersion &model) const;

    OpsDatabase &m_db;
    AuditLog &m_audit;
    SigningKey m_key;
    QString m_folder;
    const Clock &m_clock;
    QString m_user;
    std::vector<ModelVersion> m_models;
};

} // namespace lepto
