#pragma once

#include "core/sources/prometheus_client.h"

#include <QTimer>

namespace lepto {

/// Looks up the values of a label while somebody types: asks only when typing pauses, never for a text that is already out of date, one
/// request at a time, and never for everything. Lives in the client's thread; the client must outlive it.
class LabelSearch : public QObject {
    Q_OBJECT
public:
    explicit LabelSearch(PrometheusClient &client, QObject *parent = nullptr);

    /// Values of `label` that contain `text`, among the series of the last hours. An empty text asks for the first ones.
    void search(const QString &label, const QString &text);
    void setQuietMs(int ms) { m_quiet.setInterval(ms); }

Q_SIGNALS:
    void found(const QString &text, const lepto::Listed<QStringList> &values);
    void failed(const QString &text, const lepto::Error &error);

private:
    void ask();

    PrometheusClient &m_client;
    QTimer m_quiet;
    QString m_label, m_text;
    bool m_asking = false, m_again = false;
};

} // namespace lepto
