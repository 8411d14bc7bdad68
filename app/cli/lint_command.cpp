#include "app/cli/lint_command.h"

#include "core/base/text.h"
#include "core/sources/exposition_parser.h"

#include <QFile>

#include <algorithm>

namespace lepto::cli {

namespace {

constexpr qint64 kLargest = 256LL << 20;

Result<QByteArray> readPage(const QString &name)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::NotFound, utf8(name), utf8(file.errorString())};
    if (file.size() > kLargest)
        return Error{ErrorCode::Exhausted, utf8(name), "is larger than 256 MiB"};
    return file.readAll();
}

int lint(Session &s)
{
    const QString mode = s.options.value(QStringLiteral("mode"));
    if (mode != u"scrape" && mode != u"strict")
        return s.out.fail({ErrorCode::BadInput, "--mode " + utf8(mode), "is not scrape or strict"});
    const auto name = s.word(0, QStringLiteral("the file"));
    const auto bytes = name ? readPage(*name) : Result<QByteArray>(name.error());
    if (!bytes)
        return s.out.fail(bytes.error());
    const std::string_view page(bytes->constData(), std::size_t(bytes->size()));
    const auto format = expositionFormat({}, page);
    std::vector<ExpositionIssue> issues;
    if (mode == u"strict")
        issues = lintExposition(page, format);
    else {
        ExpositionOptions options;
        options.format = format;
        issues = parseExposition(page, options).issues;
    }
    QJsonArray array;
    for (const ExpositionIssue &issue : issues) {
        array.append(QJsonObject{{QStringLiteral("line"), issue.line}, {QStringLiteral("error"), issue.error}, {QStringLiteral("reason"), qstr(issue.reason)}});
        s.out.line(QStringLiteral("%1:%2: %3: %4").arg(*name).arg(issue.line).arg(issue.error ? QStringLiteral("error") : QStringLiteral("note"), qstr(issue.reason)));
    }
    s.out.value(array);
    return std::any_of(issues.begin(), issues.end(), [](const ExpositionIssue &i) { return i.error; }) ? Finding : Good;
}

} // namespace

void LintCommand::addOptions(QCommandLineParser &parser) const
{
    parser.addOption({QStringLiteral("mode"), QStringLiteral("strict (default) or scrape"), QStringLiteral("mode"), QStringLiteral("strict")});
}

std::vector<Verb> LintCommand::verbs() const
{
    return {{QString(), QStringLiteral("FILE [--mode scrape|strict]"), QStringLiteral("prints what is wrong, a line each"), lint}};
}

} // namespace lepto::cli
