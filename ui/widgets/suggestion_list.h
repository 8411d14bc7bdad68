#pragma once

#include "core/remediate/run.h"

#include <QWidget>

#include <vector>

class QVBoxLayout;

namespace lepto {

/// Suggested actions: title, what it touches, where it stands, and a button that opens the plan. Nothing here runs anything.
class SuggestionList : public QWidget {
    Q_OBJECT
public:
    explicit SuggestionList(QWidget *parent = nullptr);

    /// Shows the runs that are not over, at most `limit`; `incident` != 0 keeps those of one incident only.
    void setRuns(const std::vector<Run> &runs, qint64 incident = 0, int limit = 4);
    int shown() const { return m_shown; }

Q_SIGNALS:
    void reviewAsked(const QString &plan);

private:
    QWidget *makeRow(const Run &run, bool first);

    QVBoxLayout *m_column;
    QStringList m_state;              ///< what is shown, to rebuild only on a change
    int m_shown = 0;
};

} // namespace lepto
