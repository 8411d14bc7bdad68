#include "core/models/model_registry.h"

#include "core/base/text.h"
#include "core/models/model_rows.h"
#include "core/store/ops_query.h"
#include "ml/base/atomic_file.h"
#include "ml/base/model_container.h"

#include <QRegularExpression>

#include <algorithm>

namespace lepto {

namespace {

constexpr std::size_t kLargestModel = std::size_t(2) << 30;

QString subjectOf(const QString &name, int version) { return QStringLiteral("%1@%2").arg(name).arg(version); }

Error say(ErrorCode code, const QString &subject, const QString &reason) { return {code, utf8(subject), utf8(reason)}; }

QByteArray payloadOf(const QString &name, int version, const QString &sha256)
{
    return QByteArray::fromStdString(ml::modelSignaturePayload(utf8(name), version, utf8(sha256)));
}

} // namespace

ModelRegistry::ModelRegistry(OpsDatabase &db, AuditLog &audit, SigningKey key, QString folder, const Clock &clock, QString user, QObject *parent)
    : QObject(parent)
    , m_db(db)
    , m_audit(audit)
    , m_key(std::move(key))
    , m_folder(std::move(folder))
    , m_clock(clock)
    , m_user(std::move(user))
{
}

Result<void> ModelRegistry::load()
{
    auto rows = runQuery(m_db, QStringLiteral("SELECT %1 FROM model ORDER BY name, version DESC").arg(kModelColumns));
    if (!rows)
        return rows.error();
    m_models.clear();
    while (rows->next())
        m_models.push_back(modelOf(*rows));
    Q_EMIT changed();
    return {};
}

std::optional<ModelVersion> ModelRegistry::find(const QString &name, int version) const
{
    const auto found = std::find_if(m_models.begin(), m_models.end(),
                                    [&](const ModelVersion &model) { return model.name == name && model.version == version; });
    return found == m_models.end() ? std::nullopt : std::optional(*found);
}

std::vector<ModelVersion> ModelRegistry::actives() const
{
    std::vector<ModelVersion> found;
    std::copy_if(m_models.begin(), m_models.end(), std::back_inserter(found),
                 [](const ModelVersion &model) { return model.stage == ModelStage::Active; });
    return found;
}

std::optional<ModelVersion> ModelRegistry::active(const QString &name) const
{
    for (const ModelVersion &model : m_models)
        if (model.name == name && model.stage == ModelStage::Active)
            return model;
    return std::nullopt;
}

Result<ModelVersion> ModelRegistry::registerCandidate(const QString &name, const QString &file, const QJsonObject &metrics, const QString &job)
{
    static const QRegularExpression plain(QStringLiteral("\\A[A-Za-z0-9][A-Za-z0-9._-]{0,63}\\z"));
    if (!plain.match(name).hasMatch())
        return say(ErrorCode::BadInput, oneLine(name, 80), tr("a model's name has letters, digits, '.', '-' and '_' only"));
    if (!job.isEmpty()) {
        auto made = runQuery(m_db, QStringLiteral("SELECT %1 FROM model WHERE job = ?").arg(kModelColumns), {job});
        if (!made)
            return made.error();
        if (made->next())
            return modelOf(*made);
    }
    const auto read = ml::readModel(utf8(file));
    if (!read)
        return read.error();
    auto newest = runQuery(m_db, QStringLiteral("SELECT COALESCE(MAX(version), 0) FROM model WHERE name = ?"), {name});
    if (!newest)
        return newest.error();
    ModelVersion model;
    model.name = name;
    model.version = (newest->next() ? newest->value(0).toInt() : 0) + 1;
    newest->finish();
    model.file = QStringLiteral("%1/%2-%3.safetensors").arg(m_folder, name).arg(model.version);
    model.sha256 = qstr(read->sha256);
    model.signature = QString::fromLatin1(m_key.sign(payloadOf(name, model.version, model.sha256)).toBase64());
    model.keyFingerprint = m_key.fingerprint();
    model.arch = qstr(read->manifest.arch);
    model.device = qstr(read->manifest.device);
    for (const std::string &series : read->manifest.series)
        model.series.append(qstr(series));
    model.trainedAt = m_clock.now();
    model.dataFrom = read->manifest.dataFrom;
    model.dataTo = read->manifest.dataTo;
    model.metrics = metrics;
    const auto bytes = ml::readFile(utf8(file), kLargestModel);
    if (!bytes)
        return bytes.error();
    const std::string_view part = *bytes;
    if (auto copied = ml::writeFileAtomically(utf8(model.file), std::span(&part, 1)); !copied)
        return copied.error();
    if (auto stored = insert(model, job); !stored)
        return stored.error();
    if (auto loaded = load(); !loaded)
        return loaded.error();
    return model;
}

Result<void> ModelRegistry::insert(const ModelVersion &model, const QString &job)
{
    auto transaction = m_db.begin();
    if (!transaction)
        return transaction.error();
    QVariantList values = valuesOf(model);
    values.append(job.isEmpty() ? QVariant() : QVariant(job));
    auto stored = runQuery(m_db, QStringLiteral("INSERT INTO model (%1, job) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)").arg(kModelColumns), values);
    if (!stored)
        return stored.error();
    auto entry = m_audit.append(m_user, QStringLiteral("model.register"), subjectOf(model.name, model.version),
                                {{QStringLiteral("sha256"), model.sha256}, {QStringLiteral("key"), model.keyFingerprint}, {QStringLiteral("job"), job}});
    if (!entry)
        return entry.error();
    return m_audit.commit(*transaction);
}

/// What is wrong with the model as it lies there; empty: nothing.
QString ModelRegistry::differenceOf(const ModelVersion &model) const
{
    if (model.keyFingerprint != m_key.fingerprint())
        return tr("signed by a key that is not known here");
    const QByteArray signature = QByteArray::fromBase64(model.signature.toLatin1());
    if (!SigningKey::verify(payloadOf(model.name, model.version, model.sha256), signature, m_key.publicKey()))
        return tr("the signature does not match");
    const auto read = ml::readModel(utf8(model.file));
    if (!read && read.error().code == ErrorCode::NotFound)
        return tr("the file is missing");
    const auto hash = ml::sha256OfFile(utf8(model.file));
    if (!hash || qstr(*hash) != model.sha256)
        return tr("the file differs from what was registered");
    return read ? QString() : qstr(read.error().reason);
}

Result<void> ModelRegistry::verify(const QString &name, int version)
{
    const auto model = find(name, version);
    if (!model)
        return say(ErrorCode::NotFound, subjectOf(name, version), tr("there is no such model"));
    const QString difference = differenceOf(*model);
    if (difference.isEmpty())
        return {};
    if (model->stage != ModelStage::Refused || model->refusedBecause != difference)
        if (auto refused = refuse(*model, difference); !refused)
            return refused;
    return say(ErrorCode::Refused, subjectOf(name, version), difference);
}

Result<void> ModelRegistry::refuse(ModelVersion model, const QString &reason)
{
    auto transaction = m_db.begin();
    if (!transaction)
        return transaction.error();
    auto stored = runQuery(m_db, QStringLiteral("UPDATE model SET stage = 'refused', refused_because = ? WHERE name = ? AND version = ?"),
                           {reason, model.name, model.version});
    if (!stored)
        return stored.error();
    auto entry = m_audit.append(m_user, QStringLiteral("model.refuse"), subjectOf(model.name, model.version), {{QStringLiteral("reason"), reason}});
    if (!entry)
        return entry.error();
    if (auto done = m_audit.commit(*transaction); !done)
        return done;
    return load();
}

Result<void> ModelRegistry::promote(const QString &name, int version)
{
    if (auto good = verify(name, version); !good)
        return good;
    const auto model = find(name, version);
    if (model->stage == ModelStage::Active)
        return say(ErrorCode::Conflict, subjectOf(name, version), tr("the model is active already"));
    return activate(*model, QStringLiteral("model.promote"));
}

Result<void> ModelRegistry::rollBack(const QString &name)
{
    const auto now = active(name);
    auto rows = runQuery(m_db, QStringLiteral("SELECT version FROM model_activation WHERE name = ? ORDER BY n DESC"), {name});
    if (!rows)
        return rows.error();
    std::vector<int> history;
    while (rows->next())
        history.push_back(rows->value(0).toInt());
    for (const int version : history) {
        if (now && version >= now->version)
            continue; // a roll-back of a roll-back goes further back, not forth
        if (auto good = verify(name, version); !good)
            return good;
        return activate(*find(name, version), QStringLiteral("model.rollback"));
    }
    return say(ErrorCode::NotFound, name, tr("no other version of this model has been active"));
}

Result<void> ModelRegistry::activate(const ModelVersion &model, const QString &auditType)
{
    auto transaction = m_db.begin();
    if (!transaction)
        return transaction.error();
    const QVariantList which{model.name, model.version};
    for (const auto &[sql, values] : {std::pair(QStringLiteral("UPDATE model SET stage = 'retired' WHERE name = ? AND stage = 'active'"), QVariantList{model.name}),
                                      std::pair(QStringLiteral("UPDATE model SET stage = 'active', refused_because = '' WHERE name = ? AND version = ?"), which),
                                      std::pair(QStringLiteral("INSERT INTO model_activation (n, name, version, at_ms) SELECT COALESCE(MAX(n), 0) + 1, ?, ?, ? "
                                                               "FROM model_activation"),
                                                which + QVariantList{qint64(m_clock.now())})})
        if (auto done = runQuery(m_db, sql, values); !done)
            return done.error();
    auto entry = m_audit.append(m_user, auditType, subjectOf(model.name, model.version), {{QStringLiteral("sha256"), model.sha256}});
    if (!entry)
        return entry.error();
    if (auto done = m_audit.commit(*transaction); !done)
        return done;
    return load();
}

} // namespace lepto
