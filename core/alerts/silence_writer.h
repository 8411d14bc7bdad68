#pragma once

#include "core/alerts/alertmanager_client.h"
#include "core/alerts/silence_draft.h"
#include "core/audit/audit_log.h"
#include "core/base/clock.h"

#include <QObject>

#include <functional>
#include <memory>

namespace lepto {

/// What changes silences. Nothing is sent unless `mayWrite` agrees and the intent stands in the audit record; the outcome, also of a
/// failure, follows as a second entry. Nothing is sent twice. Lives in the engine's thread.
class SilenceWriter : public QObject {
    Q_OBJECT
public:
    struct Parts {
        AuditLog &audit;
        const Clock &clock;
        std::function<Result<void>()> mayWrite;  ///< write mode and STOP ALL; Refused with what to do
        QString user;
    };
    using Answer = std::function<void(Result<SilenceWritten>)>;
    using Client = std::shared_ptr<AlertmanagerClient>;
    explicit SilenceWriter(Parts parts, QObject *parent = nullptr);

    /// Errors: of checkDraft, `mayWrite`, the record and the client. The answer dies with `context`, the change and its record do not.
    void create(const Client &client, const SilenceDraft &draft, QObject *context, Answer answer);
    /// Errors also: Conflict where the silence would get a new id and `evenIfReplaced` is not set.
    void edit(const Client &client, const QString &id, const SilenceEdit &edit, QObject *context, Answer answer);
    void expire(const Client &client, const QString &id, QObject *context, Answer answer);

private:
    struct Task {
        Client client;
        QString verb, subject;           ///< "create", "silence 43af70cd-..."
        QJsonObject detail;
        Answer answer;                   ///< does nothing once its context has died
    };
    /// Nothing where the console may not write; the answer is on its way then.
    std::optional<Task> task(const Client &client, const char *verb, QObject *context, Answer answer);
    TimeMs serverNow(const AlertmanagerClient &client) const;
    void post(const Task &task, const QJsonObject &silence, const QString &idBefore);
    void editNow(const Task &task, const SilenceEdit &edit, QJsonObject object);
    bool begin(const Task &task);
    void end(const Task &task, Result<SilenceWritten> outcome);

    Parts m_parts;
};

} // namespace lepto
