#pragma once

#include <QObject>
#include <QTranslator>

namespace lepto {

/// The language of the console: English or Simplified Chinese, switched while it runs. Made in main after the application; GUI thread.
class Language : public QObject {
    Q_OBJECT
public:
    explicit Language(QObject *parent = nullptr);
    ~Language() override;
    /// "en", "zh_CN", or "" for the system's. Every widget gets a LanguageChange event.
    void set(const QString &code);
    QString code() const { return m_code; }      ///< what is in force, never empty
    static QStringList known() { return { QStringLiteral("en"), QStringLiteral("zh_CN") }; }

private:
    QTranslator m_console, m_qt;
    QString m_code;
};

} // namespace lepto
