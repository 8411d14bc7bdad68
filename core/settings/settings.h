#pragma once

#include "core/settings/setting_table.h"
#include "core/settings/source_config.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QObject>

#include <optional>
#include <vector>

namespace lepto {

/// The user's settings: one JSON file (`Home::settingsFile()`), written beside and renamed, mode 0600.
/// Keys that are not in the table, and what another version or another holder of the same file wrote, are kept. One thread.
class Settings : public QObject {
    Q_OBJECT
public:
    /// Reads the file; a missing one means defaults. A broken one is kept beside as `<file>.broken-<time>`, defaults are used
    /// and problem() says so.
    explicit Settings(const QString &file, QObject *parent = nullptr);

    /// One sentence about the file, or about values in it that are not allowed (their defaults are used).
    std::optional<Error> problem() const { return m_problem; }

    /// What is wrong with single values of the file, by key: not allowed (the default is used), or unknown to this version (kept, not used).
    std::vector<Error> problems() const;
    QString file() const { return m_file; }
    bool isWritable() const;             ///< whether set() can write the file

    bool get(const Setting<bool> &s) const { return value(QLatin1String(s.key)).toBool(); }
    int get(const Setting<int> &s) const { return value(QLatin1String(s.key)).toInt(); }
    double get(const Setting<double> &s) const { return value(QLatin1String(s.key)).toDouble(); }
    QString get(const Setting<const char *> &s) const { return value(QLatin1String(s.key)).toString(); }
    /// The value in force, or the default; invalid for a key that is not in the table.
    QVariant value(const QString &key) const;
    bool isSet(const QString &key) const { return m_values.contains(key); }

    /// Checks, stores and writes. Errors: NotFound (key), BadInput (type, range, choice), Unavailable or Exhausted (file).
    Result<void> set(const QString &key, const QVariant &value);
    Result<void> reset(const QString &key);

    const std::vector<SourceConfig> &sources() const { return m_sources; }
    /// Replaces the list. Errors: BadInput for the first bad one or a repeated name; nothing changes then.
    Result<void> setSources(std::vector<SourceConfig> sources);

Q_SIGNALS:
    void changed(const QString &key);
    void sourcesChanged();

private:
    void load();
    void takeUp();
    void loadSources();
    void complain(const Error &error);
    Result<void> save(const QJsonObject &root);
    QJsonObject rootWith(const QJsonObject &values, const std::vector<SourceConfig> &sources) const;

    QString m_file;
    QJsonObject m_root;                 ///< the whole file, so that what is not ours survives
    QJsonObject m_values;
    QJsonArray m_foreignSources;        ///< entries this version cannot read
    std::vector<SourceConfig> m_sources;
    std::optional<Error> m_problem;
};

/// The value as the table wants it. Errors: BadInput naming key, value and what is allowed.
Result<QVariant> checkSetting(const SettingInfo &line, const QVariant &value);

} // namespace lepto
