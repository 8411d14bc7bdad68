#pragma once

#include "ui/theme/marks.h"
#include "ui/theme/theme.h"

#include <QLabel>

namespace lepto {

/// A label that never reads markup, in one of the theme's faces and tones. The caller owns it through `parent` or a layout.
QLabel *plainLabel(Theme::Type type = Theme::Type::Body, const char *tone = "primary", const QString &text = {});
/// The same over several lines.
QLabel *wrappedLabel(Theme::Type type = Theme::Type::Body, const char *tone = "secondary", const QString &text = {});
QLabel *tagLabel(const QString &text = {});      ///< small frame: "reversible"
QLabel *keyCap(const QString &key);              ///< one key of the keyboard

/// Tool tip for text of unknown origin: never read as markup.
void setPlainToolTip(QWidget *widget, const QString &text);
/// Button text of unknown origin: an ampersand is an ampersand.
QString plainButtonText(QString text);

/// One line that gives way: what does not fit is cut with an ellipsis and stands in the tool tip.
class ElidedLabel : public QLabel {
    Q_OBJECT
public:
    explicit ElidedLabel(Theme::Type type = Theme::Type::Body, const char *tone = "primary", Qt::TextElideMode mode = Qt::ElideRight);
    QSize minimumSizeHint() const override;
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    Qt::TextElideMode m_mode;
};

/// A mark of the design as a widget; its accessible name is the state's word.
class MarkLabel : public QWidget {
    Q_OBJECT
public:
    explicit MarkLabel(int size = 14, MarkCode code = MarkCode::None);
    void setMark(MarkCode code);
    MarkCode mark() const { return m_code; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    MarkCode m_code;
};

/// Mark and word on the state's tint.
class Chip : public QWidget {
    Q_OBJECT
public:
    explicit Chip(MarkCode code = MarkCode::None, const QString &text = {});
    void show(MarkCode code, const QString &text);
    QString text() const { return m_text; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

    static void paint(QPainter *painter, const QRect &rect, MarkCode code, const QString &text);
    static int widthOf(const QString &text);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    MarkCode m_code;
    QString m_text;
};

} // namespace lepto
