#include "ui/language.h"

#include <QCoreApplication>
#include <QFile>
#include <QLibraryInfo>
#include <QLocale>

namespace lepto {

const QByteArrayList &SentenceTranslator::contexts()
{
    static const QByteArrayList all = [] {
        QFile list(QStringLiteral(":/i18n/contexts.txt"));
        return list.open(QIODevice::ReadOnly) ? list.readAll().split('\n') : QByteArrayList();
    }();
    return all;
}

QString SentenceTranslator::translate(const char *context, const char *source, const char *disambiguation, int n) const
{
    QString found = QTranslator::translate(context, source, disambiguation, n);
    // Qt's own texts come by here too; they have contexts of their own and are not sentences of ours.
    if (!found.isEmpty() || qstrncmp(context, "Q", 1) == 0)
        return found;
    for (const QByteArray &other : contexts()) {
        found = QTranslator::translate(other.constData(), source, disambiguation, n);
        if (!found.isEmpty())
            return found;
    }
    return {};
}

Language::Language(QObject *parent)
    : QObject(parent)
{
}

Language::~Language()
{
    QCoreApplication::removeTranslator(&m_console);
    QCoreApplication::removeTranslator(&m_qt);
}

void Language::set(const QString &code)
{
    QString wanted = code.isEmpty() ? QLocale::system().name() : code;
    wanted = wanted.startsWith(QLatin1String("zh")) ? QStringLiteral("zh_CN") : QStringLiteral("en");
    if (wanted == m_code)
        return;
    m_code = wanted;
    QCoreApplication::removeTranslator(&m_console);
    QCoreApplication::removeTranslator(&m_qt);
    // The locale first: widgets read it while they answer the change of translator.
    QLocale::setDefault(wanted == QLatin1String("en") ? QLocale(QLocale::English, QLocale::UnitedStates) : QLocale(wanted));
    if (m_qt.load(QStringLiteral("qtbase_") + wanted, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qt);
    if (m_console.load(QStringLiteral(":/i18n/leptoscope_") + wanted))
        QCoreApplication::installTranslator(&m_console);
}

} // namespace lepto
