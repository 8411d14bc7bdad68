#include "app/cli/audit_command.h"

#include "app/cli/common.h"
#include "core/audit/audit_log.h"
#include "core/base/text.h"
#include "core/bundle/documents.h"

#include <QJsonDocument>

namespace lepto::cli {

namespace {

QString hex(const QByteArray &bytes) { return QString::fromLatin1(bytes.toHex()); }

int list(Session &s)
{
    return withServices(s, [&](Services &services) {
        const auto entries = services.audit().entries(0, std::max(1, s.options.value(QStringLiteral("limit")).toInt()));
        if (!entries)
            return s.out.fail(entries.error());
        QJsonArray array;
        std::vector<QStringList> rows;
        for (const AuditEntry &e : *entries) {
            array.append(toJson(e));
            rows.push_back({QString::number(e.seq), iso(e.at), e.actor, e.type, e.subject, QString::fromUtf8(QJsonDocument(e.detail).toJson(QJsonDocument::Compact))});
        }
        s.out.value(array);
        s.out.table({QStringLiteral("SEQ"), QStringLiteral("TIME"), QStringLiteral("ACTOR"), QStringLiteral("TYPE"), QStringLiteral("SUBJECT"), QStringLiteral("DETAIL")}, rows);
        return int(Good);
    });
}

int verify(Session &s)
{
    return withServices(s, [&](Services &services) {
        const AuditVerdict verdict = services.audit().verify();
        const char *word = verdict.code == AuditVerdict::Code::Verified ? "verified"
            : verdict.code == AuditVerdict::Code::Broken                ? "broken"
                                                                        : "unverified";
        s.out.value(QJsonObject{{QStringLiteral("verdict"), QString::fromLatin1(word)}, {QStringLiteral("entries"), verdict.entries},
                                {QStringLiteral("first_bad"), verdict.firstBad}, {QStringLiteral("root"), hex(verdict.root)},
                                {QStringLiteral("reason"), verdict.reason}});
        s.out.line(QStringLiteral("%1: %2 entries, head %3. %4").arg(QString::fromLatin1(word)).arg(verdict.entries).arg(hex(verdict.root).left(16), verdict.reason));
        return verdict.code == AuditVerdict::Code::Verified ? int(Good) : int(Finding);
    });
}

int prove(Session &s)
{
    const auto text = s.word(0, QStringLiteral("the entry's number"));
    if (!text)
        return s.out.fail(text.error());
    return withServices(s, [&](Services &services) {
        const auto proof = services.audit().prove(text->toLongLong());
        if (!proof)
            return s.out.fail(proof.error());
        s.out.value(QJsonObject{{QStringLiteral("seq"), proof->seq}, {QStringLiteral("proof"), proof->text()}});
        const QStringList lines = proof->text().split(u'\n');
        for (const QString &line : lines)
            s.out.line(line);
        return int(Good);
    });
}

int exportTo(Session &s)
{
    const auto file = s.word(0, QStringLiteral("the file"));
    if (!file)
        return s.out.fail(file.error());
    return withServices(s, [&](Services &services) { return finish(s, services.audit().exportTo(*file), QStringLiteral("Written to %1.").arg(*file)); });
}

} // namespace

void AuditCommand::addOptions(QCommandLineParser &parser) const
{
    parser.addOption({QStringLiteral("limit"), QStringLiteral("how many entries to list, default 50"), QStringLiteral("n"), QStringLiteral("50")});
}

std::vector<Verb> AuditCommand::verbs() const
{
    return {{QStringLiteral("list"), QStringLiteral("[--limit N]"), QStringLiteral("the newest entries"), list},
            {QStringLiteral("verify"), {}, QStringLiteral("read the whole record and say whether it is sound"), verify},
            {QStringLiteral("prove"), QStringLiteral("SEQ"), QStringLiteral("proof that an entry is in the record"), prove},
            {QStringLiteral("export"), QStringLiteral("FILE"), QStringLiteral("JSON lines with the signed head"), exportTo}};
}

} // namespace lepto::cli
