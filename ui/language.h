#pragma once

#include <QByteArrayList>
#include <QObject>
#include <QTranslator>

namespace lepto {

/// Finds a sentence under whatever context it was collected. Rooms of the core name their contexts by hand, lupdate names them by the
/// enclosing class; both must meet.
class SentenceTranslator : public QTranslator {
    Q_OBJECT
public:
    using QTranslator::QTranslator;
    QString translate(const char *context, const char *source, const char *disambiguation, int n) const override;

private:
    static const QByteArrayList &contexts();
};

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
    SentenceTranslator m_console;
    QTranslator m_qt;
    QString m_code;
};

} // namespace lepto
