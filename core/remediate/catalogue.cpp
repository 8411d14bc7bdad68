#include "core/remediate/catalogue.h"

#include "core/base/text.h"
#include "core/incidents/incident_names.h"
#include "core/remediate/runbook_parser.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <algorithm>

static void registerRunbooks()
{
    Q_INIT_RESOURCE(runbooks);
}

namespace lepto {

namespace {

constexpr qsizetype kMaxFiles = 1000;
constexpr qint64 kMaxBytes = 256 * 1024 + 1;

QString tr(const char *text)
{
    return QCoreApplication::translate("Catalogue", text);
}

bool holds(const std::optional<QRegularExpression> &pattern, const std::string &text)
{
    return !pattern || pattern->match(qstr(text)).hasMatch();
}

/// The reason in words, empty where the rule does not match.
QString reasonOf(const MatchRule &rule, const Incident &incident)
{
    if (rule.severity && incident.severity < *rule.severity)
        return {};
    if (!rule.signal && rule.minScore <= 0)
        return holds(rule.service, incident.service) ? tr("matches %1, %2").arg(qstr(incident.service), nameOf(incident.severity))
                                                     : QString();
    for (const Anomaly &anomaly : incident.anomalies)
        if (holds(rule.service, anomaly.service) && holds(rule.signal, anomaly.signal) && anomaly.score >= rule.minScore)
            return tr("matches %1 of %2, score %3")
                .arg(qstr(anomaly.signal), qstr(anomaly.service), QString::number(anomaly.score, 'f', 2));
    return {};
}

bool hasLabel(const Incident &incident, const QString &name)
{
    return std::any_of(incident.anomalies.begin(), incident.anomalies.end(),
        [key = utf8(name)](const Anomaly &anomaly) { return anomaly.series.has(key); });
}

bool excluded(const Runbook &runbook, const Incident &incident)
{
    for (const auto &[name, values] : runbook.exclude)
        for (const Anomaly &anomaly : incident.anomalies)
            if (values.contains(qstr(anomaly.series.get(utf8(name)))))
                return true;
    return false;
}

} // namespace

void Catalogue::load(const QString &folder)
{
    registerRunbooks();
    m_runbooks.clear();
    m_problems.clear();
    loadFolder(QStringLiteral(":/runbooks"), false);
    loadFolder(folder, true);
}

void Catalogue::loadFolder(const QString &folder, bool replaces)
{
    const QDir dir(folder);
    const QFileInfoList files = dir.entryInfoList({ QStringLiteral("*.yaml"), QStringLiteral("*.yml") }, QDir::Files, QDir::Name);
    if (files.size() > kMaxFiles)
        m_problems += tr("%1: only the first %2 files are read").arg(folder).arg(kMaxFiles);
    QStringList seen;
    for (const QFileInfo &info : files.mid(0, kMaxFiles)) {
        QFile file(info.filePath());
        if (info.isSymLink() || !file.open(QIODevice::ReadOnly)) {
            m_problems += tr("%1: the file is a link or cannot be read").arg(info.filePath());
            continue;
        }
        auto runbook = parseRunbook(file.read(kMaxBytes), info.filePath());
        if (!runbook) {
            m_problems += qstr(runbook.error());
        } else if (seen.contains(runbook->id)) {
            m_problems += tr("%1: another file already has the id \"%2\"").arg(info.filePath(), runbook->id);
        } else {
            seen += runbook->id;
            if (replaces)
                std::erase_if(m_runbooks, [&](const Runbook &other) { return other.id == runbook->id; });
            add(std::move(*runbook));
        }
    }
}

bool Catalogue::add(Runbook runbook)
{
    const auto place = std::lower_bound(
        m_runbooks.begin(), m_runbooks.end(), runbook.id, [](const Runbook &other, const QString &id) { return other.id < id; });
    if (place != m_runbooks.end() && place->id == runbook.id)
        return false;
    m_runbooks.insert(place, std::move(runbook));
    return true;
}

const Runbook *Catalogue::find(const QString &id) const
{
    const auto it = std::find_if(m_runbooks.begin(), m_runbooks.end(), [&](const Runbook &runbook) { return runbook.id == id; });
    return it == m_runbooks.end() ? nullptr : &*it;
}

std::vector<RunbookMatch> Catalogue::match(const Incident &incident) const
{
    std::vector<RunbookMatch> matches;
    for (const Runbook &runbook : m_runbooks) {
        const bool lacksLabel = std::any_of(runbook.requireLabels.begin(), runbook.requireLabels.end(),
            [&](const QString &name) { return !hasLabel(incident, name); });
        if (lacksLabel || excluded(runbook, incident))
            continue;
        RunbookMatch match { &runbook, {} };
        for (const MatchRule &rule : runbook.any)
            if (const QString reason = reasonOf(rule, incident); !reason.isEmpty() && !match.reasons.contains(reason))
                match.reasons += reason;
        if (!match.reasons.isEmpty())
            matches.push_back(match);
    }
    return matches;
}

} // namespace lepto
