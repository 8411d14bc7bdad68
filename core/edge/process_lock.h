#pragma once

#include <QString>

namespace lepto {

/// A lock file whose holder can be asked for: the kernel gives it back when the process ends, however it ends, and names the living
/// holder. One object for each file and process (locks of one process do not exclude each other).
class ProcessLock {
public:
    explicit ProcessLock(QString file) : m_file(std::move(file)) {}
    ~ProcessLock();
    ProcessLock(const ProcessLock &) = delete;
    ProcessLock &operator=(const ProcessLock &) = delete;

    /// Takes it and writes `note` into the file; false when another process holds it or the file cannot be made.
    bool take(const QByteArray &note = {});
    bool held() const { return m_fd >= 0; }
    qint64 holder() const;        ///< process id of another process that holds it; 0: none
    QByteArray note() const;      ///< what the last holder wrote

private:
    QString m_file;
    int m_fd = -1;
};

} // namespace lepto
