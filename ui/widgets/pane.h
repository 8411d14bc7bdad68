#pragma once

#include "ui/widgets/labels.h"

#include <QFrame>

class QHBoxLayout;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace lepto {

/// 1 px line of the design between panes.
QFrame *horizontalLine();
QFrame *verticalLine();
/// A frame on one of the grounds: "true" = bg.pane, "raised", "app".
QFrame *makePane(const char *ground = "true");
/// A column without margins and spacing.
QVBoxLayout *flatColumn(QWidget *widget);
QHBoxLayout *flatRow(QWidget *widget);
/// `content` in a scroll area without frame that is never narrower than its content.
QScrollArea *scrolled(QWidget *content);

/// The 36 px head of a pane: title, meta text, widgets at the right.
class PaneHead : public QWidget {
    Q_OBJECT
public:
    explicit PaneHead(QWidget *parent = nullptr);
    void setTitle(const QString &title) { m_title->setText(title); }
    void setMeta(const QString &meta);
    void addRight(QWidget *widget);
    QString title() const { return m_title->text(); }

private:
    QLabel *m_title;
    ElidedLabel *m_meta;
    QHBoxLayout *m_row;
};

/// Pairs of name and value; values are plain text, mono where they are numbers or hashes.
class KeyValues : public QWidget {
    Q_OBJECT
public:
    enum class Side { Left, Right };  ///< where values stand
    explicit KeyValues(Side side = Side::Right, QWidget *parent = nullptr);
    struct Row {
        QString name, value;
        bool mono = false;
        const char *tone = "primary";
        MarkCode mark = MarkCode::None;
    };
    void setRows(const std::vector<Row> &rows);

private:
    Side m_side;
};

/// What stands in a pane that has nothing to show: picture, sentence, second line, one button.
class EmptyNote : public QWidget {
    Q_OBJECT
public:
    explicit EmptyNote(const QString &icon, QWidget *parent = nullptr);
    void say(const QString &sentence, const QString &why = {}, const QString &action = {});
    void showMark(MarkCode mark);     ///< in place of the picture; None: the picture again

Q_SIGNALS:
    void acted();

private:
    QLabel *m_picture, *m_sentence, *m_why;
    MarkLabel *m_mark;
    QPushButton *m_action;
};

} // namespace lepto
