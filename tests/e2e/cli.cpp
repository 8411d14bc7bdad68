#include "tests/e2e/cli.h"

#include <QJsonDocument>

namespace lepto::e2e {

QString Cli::program()
{
    return QStringLiteral(LEPTOSCOPE_BIN_DIR "/leptoscope-cli");
}

QString Cli::Answer::words() const
{
    return QStringLiteral("exit %1: %2%3")
        .arg(QString::number(code), QString::fromUtf8(out.right(3000)), QString::fromUtf8(err.right(3000)));
}

QStringList Cli::with(const QStringList &arguments) const
{
    return arguments + QStringList { QStringLiteral("--data-dir"), m_dataDir };
}

/// What the console keeps outside its data folder stays beside it.
QProcessEnvironment Cli::environment() const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("XDG_STATE_HOME"), m_dataDir + QStringLiteral("-state"));
    return environment;
}

Cli::Answer Cli::run(const QStringList &arguments, int timeoutMs) const
{
    QProcess process;
    process.setProcessEnvironment(environment());
    process.start(program(), with(arguments) << QStringLiteral("--json"));
    Answer answer;
    if (!process.waitForFinished(timeoutMs))
        process.kill();
    process.waitForFinished(5000);
    answer.out = process.readAllStandardOutput();
    answer.err = process.readAllStandardError();
    if (process.exitStatus() == QProcess::NormalExit)
        answer.code = process.exitCode();
    const QJsonDocument document = QJsonDocument::fromJson(answer.out);
    answer.json = document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
    return answer;
}

std::unique_ptr<QProcess> Cli::start(const QStringList &arguments, const QString &logFile) const
{
    auto process = std::make_unique<QProcess>();
    process->setProcessEnvironment(environment());
    process->setProcessChannelMode(QProcess::MergedChannels);
    process->setStandardOutputFile(logFile, QIODevice::Append);
    process->start(program(), with(arguments));
    return process;
}

} // namespace lepto::e2e
