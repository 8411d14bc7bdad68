#include "app/services/bundle_io.h"

#include "app/services/services.h"
#include "core/audit/audit_log.h"
#include "core/bundle/bundle_writer.h"
#include "core/bundle/documents.h"
#include "core/changes/change_json.h"
#include "core/changes/change_store.h"
#include "core/incidents/incident_store.h"
#include "core/incidents/label_store.h"
#include "core/models/model_registry.h"
#include "core/remediate/remediation_service.h"

namespace lepto {

namespace {

constexpr int kMostAudit = 100'000, kMostChanges = 100'000;

const QString kIncident = QStringLiteral("incident"), kLabel = QStringLiteral("label"), kRun = QStringLiteral("run"),
              kModel = QStringLiteral("model"), kAudit = QStringLiteral("audit"), kChange = QStringLiteral("change");

bool touches(TimeMs from, TimeMs to, TimeMs begin, TimeMs end) { return begin <= to && (end == 0 || end >= from); }

void addDecisions(Services &services, BundleWriter &writer, TimeMs from, TimeMs to)
{
    for (const Incident &i : services.incidents().incidents()) {
        if (touches(from, to, i.onset, i.ended))
            writer.addDocument(kIncident, toJson(i));
    }
    for (const LabelRegion &l : services.labels().labels()) {
        if (touches(from, to, l.from, l.to))
            writer.addDocument(kLabel, toJson(l));
    }
    for (const Run &r : services.remediation().runs()) {
        if (touches(from, to, r.plan.createdAt, r.updatedAt))
            writer.addDocument(kRun, toJson(r));
    }
    for (const ModelVersion &m : services.models().models()) {
        if (m.trainedAt <= to)
            writer.addDocument(kModel, toJson(m));
    }
}

Result<void> addChanges(Services &services, BundleWriter &writer, TimeMs from, TimeMs to)
{
    ChangeQuery query;
    query.from = from;
    query.to = to;
    query.limit = kMostChanges;
    const auto changes = services.changes().list(query);
    if (!changes)
        return changes.error();
    for (const Change &c : *changes)
        writer.addDocument(kChange, toJson(c));
    return {};
}

Result<Change> storedChange(const QJsonObject &object)
{
    return changeFromJson(object, 0);
}

template <typename Value>
Result<std::vector<Value>> readAll(const Bundle &bundle, const QString &kind, Result<Value> (*read)(const QJsonObject &))
{
    std::vector<Value> out;
    for (const QJsonObject &document : bundle.documents(kind)) {
        auto value = read(document);
        if (!value)
            return Error{ErrorCode::Damaged, bundle.file().toStdString(), value.error().text()};
        out.push_back(std::move(*value));
    }
    return out;
}

} // namespace

Result<BundleManifest> saveBundle(Services &services, const QString &file, const QString &name, TimeMs from, TimeMs to)
{
    const auto store = services.requireStore();
    if (!store)
        return store.error();
    auto writer = BundleWriter::create(file, name, services.clock().now());
    if (!writer)
        return writer.error();
    if (const auto added = (*writer)->addSeries(**store, from, to, {}); !added)
        return added.error();
    addDecisions(services, **writer, from, to);
    if (const auto added = addChanges(services, **writer, from, to); !added)
        return added.error();
    const auto audit = services.audit().entries(0, kMostAudit);
    if (!audit)
        return audit.error();
    for (const AuditEntry &e : *audit) {
        if (e.at >= from && e.at <= to)
            (*writer)->addDocument(kAudit, toJson(e));
    }
    return (*writer)->finish();
}

Result<BundleDocuments> readDocuments(const Bundle &bundle)
{
    BundleDocuments out;
    auto incidents = readAll(bundle, kIncident, incidentFromJson);
    auto labels = readAll(bundle, kLabel, labelFromJson);
    auto runs = readAll(bundle, kRun, runFromJson);
    auto models = readAll(bundle, kModel, modelFromJson);
    auto changes = readAll(bundle, kChange, storedChange);
    if (!changes)
        return changes.error();
    if (!incidents || !labels || !runs || !models)
        return !incidents ? incidents.error() : !labels ? labels.error() : !runs ? runs.error() : models.error();
    out.incidents = std::move(*incidents);
    out.labels = std::move(*labels);
    out.runs = std::move(*runs);
    out.models = std::move(*models);
    out.changes = std::move(*changes);
    for (const QJsonObject &document : bundle.documents(kAudit))
        out.audit.push_back(auditEntryFromJson(document));
    return out;
}

} // namespace lepto
