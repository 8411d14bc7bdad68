#pragma once

#include "ui/models/alert_sieve.h"
#include "ui/models/alert_words.h"
#include "ui/models/cell_model.h"

#include <optional>

namespace lepto {

enum class AlertGrouping : quint8 { Notified, Severity };

/// What of a snapshot the table shows.
struct AlertView {
    AlertSieve sieve;
    std::optional<AlertStanding> only;
    AlertGrouping grouping = AlertGrouping::Notified;
    TimeMs now = 0;
    bool utc = true;
};

/// Alerts under headings: as the Alertmanagers notify them together, or by severity. Worst heading first. An alert of several groups
/// stands in each. Shows at most `most` alerts and says of how many.
class AlertModel : public CellModel {
    Q_OBJECT
public:
    explicit AlertModel(QObject *parent = nullptr);
    static constexpr int most = 500;

    void say();                                    ///< heads of the columns, again in another language
    void show(const AlertSnapshot &snapshot, const AlertView &view);
    bool isHeading(int row) const;
    static QString fingerprintOf(const QString &key); ///< empty for a heading
    QString firstKey(const QString &fingerprint = {}) const; ///< of this alert, or of the first one
    int shown() const { return m_shown; }
    int passed() const { return m_passed; }        ///< alerts that the view lets through

private:
    int m_shown = 0, m_passed = 0;
};

} // namespace lepto
