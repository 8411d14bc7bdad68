#include "ui/widgets/source_fields.h"

#include <algorithm>

namespace lepto {

namespace {

using Kind = SourceConfig::Kind;

bool isWeb(Kind kind)
{
    return kind == Kind::Prometheus || kind == Kind::Exporter || kind == Kind::Alertmanager || kind == Kind::Grafana || kind == Kind::Loki;
}

} // namespace

bool hasField(SourceConfig::Kind kind, SourceForm::Field field)
{
    switch (field) {
    case SourceForm::Kind:
    case SourceForm::Name:
    case SourceForm::Every: return true;
    case SourceForm::Address: return kind != Kind::Host;
    case SourceForm::Watch: return kind == Kind::Prometheus || kind == Kind::Loki || kind == Kind::Journal || kind == Kind::Grafana;
    case SourceForm::Ca:
    case SourceForm::Identity: return isWeb(kind) || kind == Kind::Edge;
    case SourceForm::Timeout: return isWeb(kind) || kind == Kind::Edge;
    case SourceForm::Parameters: return kind == Kind::Prometheus;
    default: return isWeb(kind);
    }
}

bool isSeldom(SourceForm::Field field)
{
    return field >= SourceForm::Timeout;
}

QString pairsText(const QMap<QString, QString> &pairs, QChar separator)
{
    QStringList parts;
    for (auto it = pairs.begin(); it != pairs.end(); ++it)
        parts << it.key() + separator + (separator == QLatin1Char(':') ? QStringLiteral(" ") : QString()) + it.value();
    return parts.join(QStringLiteral("; "));
}

QMap<QString, QString> pairsFrom(const QString &text, QChar separator)
{
    QMap<QString, QString> pairs;
    for (const QString &part : text.split(QLatin1Char(';'), Qt::SkipEmptyParts)) {
        const qsizetype at = part.indexOf(separator);
        if (at < 0 && !part.trimmed().isEmpty())
            pairs.insert({}, part.trimmed());
        else if (at >= 0)
            pairs.insert(part.left(at).trimmed(), part.mid(at + 1).trimmed());
    }
    return pairs;
}

QString addressExample(SourceConfig::Kind kind)
{
    switch (kind) {
    case Kind::Prometheus: return QStringLiteral("https://prometheus:9090");
    case Kind::Exporter: return QStringLiteral("http://host:9100/metrics");
    case Kind::Alertmanager: return QStringLiteral("https://alertmanager:9093");
    case Kind::Grafana: return QStringLiteral("https://grafana:3000");
    case Kind::Loki: return QStringLiteral("https://loki:3100");
    case Kind::Journal: return QStringLiteral("/var/log/journal");
    case Kind::LogFile: return QStringLiteral("/var/log/app/*.log");
    case Kind::Edge: return QStringLiteral("ssh://user@host");
    case Kind::Host: break;
    }
    return {};
}

} // namespace lepto
