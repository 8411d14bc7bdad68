#pragma once

#include "core/logs/line_cutter.h"
#include "core/logs/log_source.h"

#include <QProcess>

#include <memory>

namespace lepto {

/// The systemd journal of this machine, through `journalctl -o json -f` as a child process: no shell, an exact argument list, read on
/// from the cursor. `query` holds matches (FIELD=value, separated by blanks), `url` the folder of another journal; both may be empty.
class JournalSource final : public LogSource {
    Q_OBJECT
public:
    explicit JournalSource(const SourceConfig &config, QObject *parent = nullptr);
    ~JournalSource() override;
    void resumeFrom(const std::map<std::string, std::string> &positions) override;

    /// What journalctl is called with; `cursor` is where it stopped, empty: with the newest lines.
    static QStringList arguments(const SourceConfig &config, const std::string &cursor);
    /// Whether there is a file of a journal that may be read.
    static bool isThere(const SourceConfig &config);

private:
    void poll() override;
    void halt() override;
    void begin();
    void end();
    void receive();
    void report();

    std::unique_ptr<QProcess> m_process;
    LineCutter m_cutter;
    LogBatch m_batch;
    std::size_t m_bytes = 0;           ///< of the batch
    std::string m_cursor;
    QString m_said;                    ///< by journalctl, on its error channel
    QStringList m_warnings;
    bool m_full = false;               ///< reading was interrupted, the batch is large enough
};

} // namespace lepto
