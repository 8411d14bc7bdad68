#pragma once

#include "core/alerts/silence_draft.h"

#include <QWidget>

class QLabel;

namespace lepto {

class CellModel;
class PaneHead;
class RowTable;

/// What a set of matchers would catch now: how many of how many, a warning when that is none or all, and which.
class SilencePreviewList : public QWidget {
    Q_OBJECT
public:
    explicit SilencePreviewList(QWidget *parent = nullptr);
    static constexpr int most = 50;
    void show(const SilencePreview &preview);
    void showNothing();                            ///< the matchers cannot be read
    void showAlerts(const std::vector<const Alert *> &alerts, const QString &meta); ///< without a warning
    void retranslate();
    QString warning() const;

private:
    PaneHead *m_head;
    QLabel *m_warning;
    CellModel *m_model;
    RowTable *m_table;
};

} // namespace lepto
