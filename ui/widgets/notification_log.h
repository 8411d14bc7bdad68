#pragma once

#include "core/base/severity.h"
#include "ml/base/series.h"

#include <QObject>
#include <QString>

#include <deque>

namespace lepto {

/// One thing that the console had to say.
struct Notification {
    qint64 id = 0;                    ///< given by the log
    TimeMs at = 0;                    ///< by this machine's clock
    QString key;                      ///< what it is about
    Severity severity = Severity::Info;
    QString what, why;                ///< untrusted
    QString page, object;             ///< where it can be looked at; empty: nowhere
    int times = 1;                    ///< the same again and again is one, counted
    bool read = false;
};

/// All messages of this run, newest first, at most `most`. GUI thread.
class NotificationLog : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    static constexpr std::size_t most = 500;

    /// The same key with the same words, or with `grows` with any words, moves the entry to the top and counts it; else a new one.
    void add(Notification notification, bool grows = false);
    const std::deque<Notification> &all() const { return m_all; }
    const Notification *find(qint64 id) const;
    int unread() const;
    void markRead(qint64 id);
    void markAllRead();

Q_SIGNALS:
    void added(const lepto::Notification &notification);
    void changed();

private:
    std::deque<Notification> m_all;
    qint64 m_last = 0;
};

} // namespace lepto
