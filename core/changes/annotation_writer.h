#pragma once

#include "core/audit/audit_log.h"
#include "core/changes/grafana_client.h"
#include "core/store/ops_database.h"

#include <QSet>

namespace lepto {

/// What is to stand in Grafana about one thing of ours. `subject` names it for ever: "INC-12", "label 7".
struct AnnotationDraft {
    QString subject;
    AnnotationBody body;
};

/// Writes annotations to Grafana, one for each subject and server, and keeps them in step: created once, changed when the content has
/// changed, created again where somebody removed it there. The intent is committed before the request; where an answer was lost, the next
/// push looks for the annotation by its tags before it writes, so a repetition never leaves two. Each outcome leaves an audit leaf.
/// Lives in the database's thread; all references and the client outlive what is in flight.
class AnnotationWriter : public QObject {
    Q_OBJECT
public:
    enum class Outcome { Created, Changed, Unchanged };
    struct Written {
        Outcome outcome = Outcome::Unchanged;
        qint64 id = 0;             ///< Grafana's
    };
    using Answer = std::function<void(Result<Written>)>;
    using Gate = std::function<Result<void>()>;

    /// `gate` refuses while the console is read-only. `instance` tells this console's annotations from another's.
    AnnotationWriter(OpsDatabase &db, AuditLog &audit, const Clock &clock, QString user, QString instance, Gate gate, QObject *parent = nullptr);

    /// Errors: the gate's, Conflict (the same is being written), Grafana's, the database's.
    void push(GrafanaClient &client, const QString &server, const AnnotationDraft &draft, Answer answer);

private:
    struct Row {
        bool known = false;
        qint64 id = 0;
        QString digest;
    };
    struct Push;
    using Step = std::shared_ptr<Push>;

    Result<Row> row(const QString &server, const QString &subject) const;
    Result<void> setRow(const Push &push, qint64 id, const QString &digest);
    void look(const Step &step);
    void create(const Step &step);
    void change(const Step &step, qint64 id);
    void succeed(const Step &step, Outcome outcome, qint64 id);
    void fail(const Step &step, const Error &error);
    void end(const Step &step, Result<Written> result);

    OpsDatabase &m_db;
    AuditLog &m_audit;
    const Clock &m_clock;
    QString m_user, m_instance;
    Gate m_gate;
    QSet<QString> m_inFlight;
};

/// "created", "changed", "unchanged": for files and the command line.
QString nameOf(AnnotationWriter::Outcome outcome);

} // namespace lepto
