#pragma once

#include <QAbstractButton>

namespace lepto {

/// A large choice: picture, title, one line, keys. Painted; the focus ring is the application's.
class OptionButton : public QAbstractButton {
    Q_OBJECT
public:
    OptionButton(const QString &icon, const QString &keys, QWidget *parent = nullptr);
    void say(const QString &title, const QString &line);
    QSize sizeHint() const override { return { 520, 70 }; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QString m_icon, m_keys, m_line;
};

} // namespace lepto
