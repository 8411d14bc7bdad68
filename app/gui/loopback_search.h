#pragma once

#include "core/settings/source_config.h"

#include <QObject>

#include <vector>

namespace lepto {

/// Looks on 127.0.0.1, and nowhere else, for what this machine already offers: a Prometheus on 9090, a node exporter on 9100.
/// GUI thread; answers once.
class LoopbackSearch : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    void start();

Q_SIGNALS:
    void finished(const std::vector<lepto::SourceConfig> &found);

private:
    void probe(const SourceConfig &config, const QString &path, const QByteArray &sign);

    std::vector<SourceConfig> m_found;
    int m_open = 0;
};

} // namespace lepto
