#include "core/settings/settings.h"

#include "core/base/save_file.h"
#include "core/base/text.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QLockFile>

#include <cmath>
#include <set>

namespace lepto {

namespace {

constexpr qint64 maxFileBytes = 4 << 20;
constexpr int lockWaitMs = 500; // a folder that cannot be written says so when the file is
const QString valuesKey = QStringLiteral("settings");
const QString sourcesKey = QStringLiteral("sources");

Result<void> writeFile(const QString &path, const QByteArray &bytes)
{
    if (const auto saved = saveFile(path, bytes); !saved)
        return Error { saved.error().code, utf8(path), utf8(Settings::tr("the settings cannot be written: %1").arg(qstr(saved.error().reason))) };
    return {};
}

Error outOfRange(const SettingInfo &line, const QString &allowed)
{
    return { ErrorCode::BadInput, utf8(line.key), utf8(Settings::tr("the value must be %1").arg(allowed)) };
}

QString rangeText(const SettingInfo &line)
{
    const QLocale c = QLocale::c();
    if (line.type == SettingInfo::Type::Integer)
        return Settings::tr("a whole number from %1 to %2").arg(line.min.toInt()).arg(line.max.toInt());
    return Settings::tr("a number from %1 to %2").arg(c.toString(line.min.toDouble()), c.toString(line.max.toDouble()));
}

QString choicesText(const QStringList &choices)
{
    QStringList quoted;
    for (const QString &choice : choices)
        quoted += choice.isEmpty() ? Settings::tr("empty") : choice;
    return Settings::tr("one of %1").arg(quoted.join(QStringLiteral(", ")));
}

Result<QVariant> checkNumber(const SettingInfo &line, const QVariant &value)
{
    bool ok = false;
    const double number = value.metaType().id() == QMetaType::Bool ? NAN : value.toDouble(&ok);
    const bool whole = line.type != SettingInfo::Type::Integer || number == std::floor(number);
    if (!ok || !std::isfinite(number) || !whole || number < line.min.toDouble() || number > line.max.toDouble())
        return outOfRange(line, rangeText(line));
    return line.type == SettingInfo::Type::Integer ? QVariant(int(number)) : QVariant(number);
}

Result<QVariant> checkFlag(const SettingInfo &line, const QVariant &value)
{
    const QString text = value.toString();
    if (value.metaType().id() != QMetaType::Bool && text != QLatin1String("true") && text != QLatin1String("false"))
        return outOfRange(line, Settings::tr("true or false"));
    return QVariant(value.toBool());
}

} // namespace

Result<QVariant> checkSetting(const SettingInfo &line, const QVariant &value)
{
    switch (line.type) {
    case SettingInfo::Type::Flag: return checkFlag(line, value);
    case SettingInfo::Type::Integer:
    case SettingInfo::Type::Number: return checkNumber(line, value);
    case SettingInfo::Type::Text: break;
    }
    const QString text = value.toString();
    if (value.metaType().id() != QMetaType::QString)
        return outOfRange(line, Settings::tr("a text"));
    if (!line.choices.isEmpty() && !line.choices.contains(text))
        return outOfRange(line, choicesText(line.choices));
    return QVariant(text);
}

Settings::Settings(const QString &file, QObject *parent)
    : QObject(parent)
    , m_file(file)
{
    load();
}

void Settings::complain(const Error &error)
{
    if (!m_problem)
        m_problem = error;
}

void Settings::load()
{
    QFile file(m_file);
    if (!file.exists())
        return;
    QJsonParseError parse { 0, QJsonParseError::NoError };
    QByteArray bytes;
    if (file.open(QIODevice::ReadOnly))
        bytes = file.read(maxFileBytes + 1);
    if (!file.isOpen()) {
        complain({ ErrorCode::Unavailable, utf8(m_file), utf8(tr("the settings cannot be read: %1; defaults are used").arg(file.errorString())) });
        return;
    }
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &parse);
    if (bytes.size() > maxFileBytes || !document.isObject()) {
        // Named by what is in it: reading it again makes no second copy.
        const QByteArray mark = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex().first(8);
        const QString kept = m_file + QStringLiteral(".broken-") + QString::fromLatin1(mark);
        QFile::copy(m_file, kept);
        const QString why = document.isNull() ? parse.errorString() : tr("not a JSON object");
        complain({ ErrorCode::Damaged, utf8(m_file),
            utf8(tr("the settings are broken (%1, byte %2); defaults are used and the file is kept as %3").arg(why).arg(parse.offset).arg(kept)) });
        return;
    }
    m_root = document.object();
    m_values = m_root.value(valuesKey).toObject();
    for (const SettingInfo &line : settingTable()) {
        if (!m_values.contains(line.key))
            continue;
        if (const auto checked = checkSetting(line, m_values.value(line.key).toVariant()); !checked)
            complain({ ErrorCode::BadInput, checked.error().subject, checked.error().reason + utf8(tr("; the default is used")) });
    }
    loadSources();
}

std::vector<Error> Settings::problems() const
{
    std::vector<Error> problems;
    for (auto it = m_values.begin(); it != m_values.end(); ++it) {
        const SettingInfo *line = findSetting(it.key());
        if (!line) {
            problems.push_back({ ErrorCode::NotFound, utf8(oneLine(it.key(), 100)), utf8(tr("not a setting of this version; kept, not used")) });
            continue;
        }
        const QString said = oneLine(QString::fromUtf8(QJsonDocument(QJsonArray { it.value() }).toJson(QJsonDocument::Compact)).mid(1).chopped(1), 60);
        if (const auto checked = checkSetting(*line, it.value().toVariant()); !checked)
            problems.push_back({ ErrorCode::BadInput, checked.error().subject, utf8(tr("the file says %1; %2; the default is used").arg(said, qstr(checked.error().reason))) });
    }
    return problems;
}

bool Settings::isWritable() const
{
    // The file is written beside and renamed, so its folder decides.
    return QFileInfo(QFileInfo(m_file).absolutePath()).isWritable();
}

void Settings::loadSources()
{
    for (const QJsonValue &value : m_root.value(sourcesKey).toArray()) {
        auto config = sourceFromJson(value.toObject());
        if (config) {
            m_sources.push_back(*std::move(config));
        } else {
            m_foreignSources.append(value);
            complain(config.error());
        }
    }
}

QVariant Settings::value(const QString &key) const
{
    const SettingInfo *line = findSetting(key);
    if (!line)
        return {};
    if (m_values.contains(key)) {
        if (const auto checked = checkSetting(*line, m_values.value(key).toVariant()))
            return *checked;
    }
    return line->fallback;
}

QJsonObject Settings::rootWith(const QJsonObject &values, const std::vector<SourceConfig> &sources) const
{
    QJsonArray list;
    for (const SourceConfig &config : sources)
        list.append(toJson(config));
    for (const QJsonValue &foreign : m_foreignSources)
        list.append(foreign);
    QJsonObject root = m_root;
    root.insert(valuesKey, values);
    root.insert(sourcesKey, list);
    return root;
}

/// The window, the engine and a command each hold the settings; what another one wrote meanwhile is kept.
void Settings::takeUp()
{
    if (!QFile::exists(m_file))
        return;
    m_root = m_values = {};
    m_sources.clear();
    m_foreignSources = {};
    load();
}

Result<void> Settings::save(const QJsonObject &root)
{
    return writeFile(m_file, QJsonDocument(root).toJson());
}

Result<void> Settings::set(const QString &key, const QVariant &value)
{
    const SettingInfo *line = findSetting(key);
    if (!line)
        return Error { ErrorCode::NotFound, utf8(oneLine(key, 100)), utf8(tr("no such setting")) };
    const auto checked = checkSetting(*line, value);
    if (!checked)
        return checked.error();
    QLockFile lock(m_file + QStringLiteral(".lock"));
    lock.tryLock(lockWaitMs);
    takeUp();
    QJsonObject values = m_values;
    values.insert(key, QJsonValue::fromVariant(*checked));
    const QJsonObject root = rootWith(values, m_sources);
    if (auto written = save(root); !written)
        return written;
    m_values = values;
    m_root = root;
    Q_EMIT changed(key);
    return {};
}

Result<void> Settings::reset(const QString &key)
{
    if (!findSetting(key))
        return Error { ErrorCode::NotFound, utf8(oneLine(key, 100)), utf8(tr("no such setting")) };
    QLockFile lock(m_file + QStringLiteral(".lock"));
    lock.tryLock(lockWaitMs);
    takeUp();
    QJsonObject values = m_values;
    values.remove(key);
    const QJsonObject root = rootWith(values, m_sources);
    if (auto written = save(root); !written)
        return written;
    m_values = values;
    m_root = root;
    Q_EMIT changed(key);
    return {};
}

Result<void> Settings::setSources(std::vector<SourceConfig> sources)
{
    std::set<QString> names;
    for (const SourceConfig &config : sources) {
        if (auto good = checkSource(config); !good)
            return good;
        if (!names.insert(config.name).second)
            return Error { ErrorCode::Conflict, utf8(config.name), utf8(tr("two sources have this name")) };
    }
    QLockFile lock(m_file + QStringLiteral(".lock"));
    lock.tryLock(lockWaitMs);
    takeUp();
    const QJsonObject root = rootWith(m_values, sources);
    if (auto written = save(root); !written)
        return written;
    m_root = root;
    m_sources = std::move(sources);
    Q_EMIT sourcesChanged();
    return {};
}

} // namespace lepto
