#pragma once

#include <QByteArray>

namespace lepto::demo {

class WorkerPool;

/// The pool's state in the Prometheus text format 0.0.4.
QByteArray metricsPage(const WorkerPool &pool);

} // namespace lepto::demo
