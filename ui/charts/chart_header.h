#pragma once

#include "ui/theme/marks.h"

#include <QWidget>

#include <vector>

namespace lepto {

/// The line above a plot: mark, title and meta on the left; legend, chip and age of the data on the right. All texts are plain
/// and elided; what does not fit is in the tool tip.
class ChartHeader : public QWidget {
    Q_OBJECT
public:
    struct Entry {
        int slot = 0;
        QString name;
    };

    explicit ChartHeader(QWidget *parent = nullptr);

    void setTitle(const QString &title, const QString &meta = QString());
    void setMark(MarkCode mark);
    void setLegend(std::vector<Entry> entries);
    /// A chip such as "2 of 3 sources"; empty hides it.
    void setChip(MarkCode mark, const QString &text);
    /// "3 s"; stale is drawn as a dashed badge. Empty hides it.
    void setAge(const QString &age, bool stale);
    /// "min/max 1:37"; empty hides it.
    void setReduction(const QString &text);
    /// Room at the right that a button of the panel takes, logical pixels.
    void setRightRoom(int width);
    QString title() const { return m_title; }
    QString age() const { return m_age; }

    QSize sizeHint() const override { return { 200, 28 }; }
    QSize minimumSizeHint() const override { return { 60, 28 }; }

protected:
    void paintEvent(QPaintEvent *) override;

private:
    int paintAge(QPainter &painter, int right) const;
    int paintChip(QPainter &painter, int right) const;
    int paintLegend(QPainter &painter, int right, int left) const;
    void paintTitle(QPainter &painter, int right) const;

    QString m_title, m_meta, m_chip, m_age, m_reduction;
    MarkCode m_mark = MarkCode::None, m_chipMark = MarkCode::None;
    std::vector<Entry> m_legend;
    int m_rightRoom = 0;
    bool m_stale = false;
};

} // namespace lepto
