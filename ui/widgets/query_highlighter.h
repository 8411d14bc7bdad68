#pragma once

#include <QSyntaxHighlighter>

namespace lepto {

/// Colours PromQL: functions and aggregations, keywords, labels, durations and numbers, strings, comments.
class QueryHighlighter : public QSyntaxHighlighter {
    Q_OBJECT
public:
    explicit QueryHighlighter(QTextDocument *document);

protected:
    void highlightBlock(const QString &text) override;

private:
    void paint(const QString &text, const QRegularExpression &what, const char *token);
};

} // namespace lepto
