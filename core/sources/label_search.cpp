#include "core/sources/label_search.h"

#include <QDateTime>

namespace lepto {

namespace {

constexpr int quietMs = 300, mostValues = 200;
constexpr TimeMs window = 6LL * 3600 * 1000;

// A selector's string: the regular expression's backslashes are doubled.
QString selectorFor(const QString &label, const QString &text)
{
    QString escaped;
    for (const QChar c : text) {
        if (QStringLiteral("\\.+*?()[]{}^$|").contains(c))
            escaped += QStringLiteral("\\\\") + (c == u'\\' ? QStringLiteral("\\\\") : QString(c));
        else
            escaped += c == u'"' ? QStringLiteral("\\\"") : QString(c);
    }
    return QStringLiteral("{%1=~\"(?i).*%2.*\"}").arg(label, escaped.isEmpty() ? QStringLiteral(".") : escaped);
}

} // namespace

LabelSearch::LabelSearch(PrometheusClient &client, QObject *parent)
    : QObject(parent)
    , m_client(client)
{
    m_quiet.setSingleShot(true);
    m_quiet.setInterval(quietMs);
    connect(&m_quiet, &QTimer::timeout, this, &LabelSearch::ask);
}

void LabelSearch::search(const QString &label, const QString &text)
{
    m_label = label;
    m_text = text;
    m_quiet.start();
}

void LabelSearch::ask()
{
    m_again = m_asking;
    if (m_asking) // the old one may still be running on the server
        return;
    m_asking = true;
    const TimeMs now = QDateTime::currentMSecsSinceEpoch();
    const LabelQuery query { { selectorFor(m_label, m_text) }, now - window, now, mostValues };
    m_client.labelValues(m_label, query, this, [this, text = m_text, label = m_label](Result<Listed<QStringList>> values) {
        m_asking = false;
        const bool current = text == m_text && label == m_label;
        if (current && values)
            Q_EMIT found(text, *values);
        else if (current)
            Q_EMIT failed(text, values.error());
        if (std::exchange(m_again, false))
            ask();
    });
}

} // namespace lepto
