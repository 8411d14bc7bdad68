#pragma once

#include "ui/models/health_words.h"
#include "ui/theme/marks.h"

#include <QAbstractButton>

namespace lepto {

/// The counts beside the headline: "2 critical", "4 warning" ... as buttons that show the first service of that state; what is
/// zero is left out, healthy is plain text.
class StateChips : public QWidget {
    Q_OBJECT
public:
    explicit StateChips(QWidget *parent = nullptr);
    void setCounts(const HealthCounts &counts);

Q_SIGNALS:
    void chosen(lepto::Severity severity);

private:
    QWidget *m_buttons = nullptr;
    QString m_state;
};

} // namespace lepto
