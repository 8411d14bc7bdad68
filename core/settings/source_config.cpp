#include "core/settings/source_config.h"

#include "core/base/text.h"
#include "core/settings/edge_address.h"

#include <QCoreApplication>
#include <QUrl>

#include <algorithm>
#include <array>

namespace lepto {

namespace {

/// In the order of SourceConfig::Kind.
constexpr std::array kKindWords { "host", "prometheus", "exporter", "edge", "loki", "journal", "logfile", "alertmanager", "grafana" };

struct Words {
    Q_DECLARE_TR_FUNCTIONS(SourceConfig)
};

Error bad(const QString &subject, const QString &reason)
{
    return Error { ErrorCode::BadInput, utf8(oneLine(subject, 100)), utf8(reason) };
}

struct TextKey {
    const char *key;
    QString SourceConfig::*field;
};
constexpr TextKey textKeys[] = {
    { "name", &SourceConfig::name },
    { "url", &SourceConfig::url },
    { "query", &SourceConfig::query },
    { "username", &SourceConfig::username },
    { "secretRef", &SourceConfig::secretRef },
    { "tokenFile", &SourceConfig::tokenFile },
    { "caFile", &SourceConfig::caFile },
    { "clientCertFile", &SourceConfig::clientCertFile },
    { "clientKeyFile", &SourceConfig::clientKeyFile },
    { "serverName", &SourceConfig::serverName },
};

QString subjectOf(const SourceConfig &config)
{
    return config.name.isEmpty() ? Words::tr("source") : config.name;
}

Result<void> checkAddress(const SourceConfig &config)
{
    const QString subject = subjectOf(config);
    if (config.url.trimmed().isEmpty())
        return bad(subject, Words::tr("the address is empty"));
    const QUrl url(config.url, QUrl::StrictMode);
    if (!url.isValid())
        return bad(subject, Words::tr("the address is not a URL: %1").arg(oneLine(config.url, 120)));
    if (url.scheme() != QLatin1String("http") && url.scheme() != QLatin1String("https"))
        return bad(subject, Words::tr("the address must begin with http:// or https://"));
    if (url.host().isEmpty())
        return bad(subject, Words::tr("the address names no host"));
    if (!url.userInfo().isEmpty())
        return bad(subject, Words::tr("user and password belong into their own fields, not into the address"));
    return {};
}

Result<void> checkPath(const SourceConfig &config)
{
    if (!config.url.startsWith(u'/') || config.url.contains(QChar(0)))
        return bad(subjectOf(config), Words::tr("the path of a log file begins with /"));
    return {};
}

/// Matches go to journalctl as arguments: nothing that could be taken for an option.
Result<void> checkJournal(const SourceConfig &config)
{
    for (const QString &match : config.query.split(u' ', Qt::SkipEmptyParts)) {
        const qsizetype equals = match.indexOf(u'=');
        const auto isName = [](QChar c) { return (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'_'; };
        if (match != QLatin1String("+") && (equals < 1 || !std::all_of(match.begin(), match.begin() + equals, isName)))
            return bad(subjectOf(config), Words::tr("\"%1\" is no match of the journal such as _SYSTEMD_UNIT=nginx.service").arg(oneLine(match, 60)));
    }
    return config.url.isEmpty() ? Result<void>() : checkPath(config);
}

Result<void> checkHeaders(const SourceConfig &config)
{
    for (auto it = config.headers.begin(); it != config.headers.end(); ++it) {
        const auto isToken = [](QChar c) { return c.unicode() > 32 && c.unicode() < 127 && c != u':'; };
        const bool name = !it.key().isEmpty() && std::all_of(it.key().begin(), it.key().end(), isToken);
        const bool value = !it.value().contains(u'\n') && !it.value().contains(u'\r') && !it.value().contains(QChar(0));
        if (!name || !value)
            return bad(subjectOf(config), Words::tr("the header \"%1\" is not a valid HTTP header").arg(oneLine(it.key(), 60)));
    }
    return {};
}

Result<void> checkParameters(const SourceConfig &config)
{
    static const QStringList ours { QString(), QStringLiteral("query"), QStringLiteral("time"), QStringLiteral("start"), QStringLiteral("end"),
        QStringLiteral("step"), QStringLiteral("timeout"), QStringLiteral("match[]"), QStringLiteral("limit") };
    for (auto it = config.parameters.begin(); it != config.parameters.end(); ++it) {
        if (ours.contains(it.key()) || it.key() != oneLine(it.key(), 60))
            return bad(subjectOf(config), Words::tr("the parameter \"%1\" cannot be set").arg(oneLine(it.key(), 60)));
    }
    return {};
}

QJsonObject objectOf(const QMap<QString, QString> &map)
{
    QJsonObject object;
    for (auto it = map.begin(); it != map.end(); ++it)
        object.insert(it.key(), it.value());
    return object;
}

QMap<QString, QString> mapOf(const QJsonObject &object)
{
    QMap<QString, QString> map;
    for (auto it = object.begin(); it != object.end(); ++it)
        map.insert(it.key(), it.value().toString());
    return map;
}

} // namespace

QString sourceKindText(SourceConfig::Kind kind)
{
    return QLatin1String(kKindWords[std::size_t(kind)]);
}

Result<SourceConfig::Kind> sourceKindFrom(const QString &text)
{
    for (std::size_t i = 0; i < kKindWords.size(); ++i) {
        if (text == QLatin1String(kKindWords[i]))
            return SourceConfig::Kind(i);
    }
    QStringList known;
    for (const char *word : kKindWords)
        known.append(QLatin1String(word));
    return bad(text, Words::tr("no such kind of source; known are %1").arg(known.join(QStringLiteral(", "))));
}

Result<void> checkSource(const SourceConfig &config)
{
    if (config.name.trimmed().isEmpty())
        return bad(subjectOf(config), Words::tr("the name is empty"));
    if (config.name.size() > 100 || config.name != oneLine(config.name, 100))
        return bad(subjectOf(config), Words::tr("the name is longer than 100 characters or has control characters"));
    if (config.intervalMs < 200 || config.intervalMs > 3'600'000)
        return bad(config.name, Words::tr("the interval must be between 200 ms and 1 hour"));
    if (config.timeoutMs < 100 || config.timeoutMs > 600'000)
        return bad(config.name, Words::tr("the timeout must be between 100 ms and 10 minutes"));
    if (config.kind == SourceConfig::Kind::Host)
        return {};
    if (config.kind == SourceConfig::Kind::Edge) {
        const auto edge = EdgeAddress::parse(config.url);
        return edge ? Result<void>() : Error { edge.error().code, utf8(config.name), edge.error().reason };
    }
    if (config.kind == SourceConfig::Kind::LogFile)
        return checkPath(config);
    if (config.kind == SourceConfig::Kind::Journal)
        return checkJournal(config);
    if (config.kind == SourceConfig::Kind::Loki && !config.query.trimmed().startsWith(u'{'))
        return bad(config.name, Words::tr("the selector of the streams is missing, e.g. {app=\"shop\"}"));
    if (auto address = checkAddress(config); !address)
        return address;
    if (auto headers = checkHeaders(config); !headers)
        return headers;
    return checkParameters(config);
}

QJsonObject toJson(const SourceConfig &config)
{
    QJsonObject object { { QStringLiteral("kind"), sourceKindText(config.kind) } };
    for (const TextKey &key : textKeys) {
        if (const QString &value = config.*key.field; !value.isEmpty())
            object.insert(QLatin1String(key.key), value);
    }
    object.insert(QStringLiteral("intervalMs"), config.intervalMs);
    object.insert(QStringLiteral("timeoutMs"), config.timeoutMs);
    if (!config.verifyTls)
        object.insert(QStringLiteral("verifyTls"), false);
    if (!config.headers.isEmpty())
        object.insert(QStringLiteral("headers"), objectOf(config.headers));
    if (!config.parameters.isEmpty())
        object.insert(QStringLiteral("parameters"), objectOf(config.parameters));
    return object;
}

Result<SourceConfig> sourceFromJson(const QJsonObject &object)
{
    SourceConfig config;
    for (const TextKey &key : textKeys) {
        const QJsonValue value = object.value(QLatin1String(key.key));
        if (!value.isUndefined() && !value.isString())
            return bad(object.value(QStringLiteral("name")).toString(Words::tr("source")),
                Words::tr("%1 must be a text").arg(QLatin1String(key.key)));
        config.*key.field = value.toString();
    }
    const auto kind = sourceKindFrom(object.value(QStringLiteral("kind")).toString());
    if (!kind)
        return kind.error();
    config.kind = *kind;
    config.intervalMs = object.value(QStringLiteral("intervalMs")).toInt(config.intervalMs);
    config.timeoutMs = object.value(QStringLiteral("timeoutMs")).toInt(config.timeoutMs);
    config.verifyTls = object.value(QStringLiteral("verifyTls")).toBool(true);
    config.headers = mapOf(object.value(QStringLiteral("headers")).toObject());
    config.parameters = mapOf(object.value(QStringLiteral("parameters")).toObject());
    if (const auto good = checkSource(config); !good)
        return good.error();
    return config;
}

} // namespace lepto
