#pragma once

#include <QStringList>
#include <QWidget>

class QVBoxLayout;

namespace lepto {

/// Queries to begin with, each a button.
class ExampleList : public QWidget {
    Q_OBJECT
public:
    explicit ExampleList(QWidget *parent = nullptr);
    using QWidget::show;
    void show(const QString &title, const QStringList &queries);

Q_SIGNALS:
    void chosen(const QString &query);

private:
    QVBoxLayout *m_column;
    QStringList m_queries;
    QString m_title;
};

} // namespace lepto
