#pragma once

#include "ui/theme/marks.h"

#include <QAbstractButton>

namespace lepto {

/// One cell of the status bar: mark or picture, word, mono value, optional bar. A button that opens its detail.
class StatusCell : public QAbstractButton {
    Q_OBJECT
public:
    explicit StatusCell(const QString &name, QWidget *parent = nullptr);
    void say(const QString &word, const QString &value, MarkCode mark = MarkCode::None);
    void setPicture(const QString &icon) { m_icon = icon; }
    void setShare(double share);      ///< 0..1 draws a bar; negative: none
    QString value() const { return m_value; }
    QString word() const { return m_word; }
    MarkCode mark() const { return m_mark; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_word, m_value, m_icon;
    MarkCode m_mark = MarkCode::None;
    double m_share = -1;
};

} // namespace lepto
