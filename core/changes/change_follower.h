#pragma once

#include "core/changes/change_lines.h"

#include <QFile>
#include <QObject>
#include <QTimer>

#include <map>
#include <memory>

namespace lepto {

/// Follows a file of changes (see ChangeLines), or all files *.jsonl, *.ndjson, *.json and *.csv of a folder, as a log is followed: from the
/// begin, then what is appended. A file that is renamed away is read to its end before its successor is opened; one that was cut
/// short is read anew. Reading something twice is harmless, the store takes it once. Of a file larger than `mostOfOld` only the end
/// is read at first. Looks every `intervalMs`, at most 1 MiB a file and look. Lives in one thread.
class ChangeFollower : public QObject {
    Q_OBJECT
public:
    static constexpr qint64 mostOfOld = 16 << 20, mostAtOnce = 1 << 20;
    static constexpr int mostFiles = 64;

    explicit ChangeFollower(QString path, QObject *parent = nullptr);
    ~ChangeFollower() override;

    void start(int intervalMs = 2000);
    void stop();
    void look();               ///< what the timer does

Q_SIGNALS:
    void found(const std::vector<lepto::Change> &changes);
    void problem(const QString &sentence); ///< once for each thing that is wrong, "FILE: reason"

private:
    struct Followed;
    void follow(const QString &file);
    bool open(Followed &followed, const QString &file);
    void read(Followed &followed);
    void complain(const QString &sentence);
    QStringList files() const;

    QString m_path;
    QTimer m_beat;
    std::map<QString, std::unique_ptr<Followed>> m_files;
    QStringList m_told;
};

} // namespace lepto
