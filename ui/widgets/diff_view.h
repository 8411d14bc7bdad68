#pragma once

#include <QPlainTextEdit>

namespace lepto {

/// Output as it came, read-only and plain; lines that begin with + and − are lit.
class DiffView : public QPlainTextEdit {
    Q_OBJECT
public:
    explicit DiffView(QWidget *parent = nullptr);
    void setOutput(const QString &text);

private:
    void lightLines();
};

} // namespace lepto
