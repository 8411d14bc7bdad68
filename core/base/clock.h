#pragma once

#include "ml/base/series.h"

#include <QDateTime>

namespace lepto {

/// Where "now" comes from, so that tests and replays can hold it. Thread-safe when implementations are.
class Clock {
public:
    virtual ~Clock() = default;
    virtual TimeMs now() const = 0;
};

class SystemClock final : public Clock {
public:
    TimeMs now() const override { return QDateTime::currentMSecsSinceEpoch(); }
};

/// Stands still until it is set; bundles and tests use it. Not thread-safe.
class FixedClock final : public Clock {
public:
    explicit FixedClock(TimeMs at) : m_at(at) {}
    TimeMs now() const override { return m_at; }
    void set(TimeMs at) { m_at = at; }

private:
    TimeMs m_at;
};

} // namespace lepto
