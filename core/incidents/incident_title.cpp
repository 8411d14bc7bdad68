#include "core/incidents/incident_title.h"

#include "core/base/text.h"

#include <QCoreApplication>
#include <QStringList>

namespace lepto {

namespace {

constexpr int kMaxName = 60, kMaxNamed = 3;

QString tr(const char *text)
{
    return QCoreApplication::translate("IncidentTitle", text);
}

QString readable(std::string_view name)
{
    return oneLine(qstr(name), kMaxName).replace(u'_', u' ').trimmed();
}

QString signalOf(const Anomaly &anomaly)
{
    return readable(anomaly.signal.empty() ? anomaly.series.name() : std::string_view(anomaly.signal));
}

} // namespace

QString titleOf(const std::vector<Anomaly> &anomalies)
{
    QStringList names;
    std::string service;
    for (const Anomaly &anomaly : anomalies) {
        const bool other = !names.isEmpty() && anomaly.service != service;
        const QString prefix = names.isEmpty() || other ? readable(anomaly.service) + u' ' : QString();
        const QString name = (prefix + signalOf(anomaly)).trimmed();
        const QString repeated = readable(anomaly.service) + u' ' + signalOf(anomaly);
        if (names.contains(name) || names.contains(repeated))
            continue;
        service = anomaly.service;
        names += name;
    }
    if (names.isEmpty())
        return tr("Abnormal");
    if (names.size() > kMaxNamed)
        return tr("%1 and %2 more abnormal")
            .arg(names.mid(0, kMaxNamed - 1).join(QStringLiteral(", ")), QString::number(names.size() - kMaxNamed + 1));
    if (names.size() == 1)
        return tr("%1 abnormal").arg(names.first());
    return tr("%1 and %2 abnormal").arg(names.mid(0, names.size() - 1).join(QStringLiteral(", ")), names.last());
}

QString titleOf(const std::string &service, const std::string &worstSignal)
{
    return tr("%1 critical").arg((readable(service) + u' ' + readable(worstSignal)).trimmed());
}

} // namespace lepto
