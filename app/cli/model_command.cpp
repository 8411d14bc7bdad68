#include "app/cli/model_command.h"

#include "app/cli/common.h"
#include "core/base/text.h"
#include "core/bundle/documents.h"
#include "core/bundle/model_words.h"
#include "core/models/model_registry.h"

#include <QJsonDocument>

namespace lepto::cli {

namespace {

int list(Session &s)
{
    return withServices(s, [&](Services &services) {
        QJsonArray array;
        std::vector<QStringList> rows;
        for (const ModelVersion &m : services.models().models()) {
            array.append(toJson(m));
            rows.push_back({m.name, QString::number(m.version), nameOf(m.stage), iso(m.trainedAt), m.device, m.sha256.left(12), m.refusedBecause});
        }
        s.out.value(array);
        s.out.table({QStringLiteral("NAME"), QStringLiteral("VERSION"), QStringLiteral("STAGE"), QStringLiteral("TRAINED"), QStringLiteral("DEVICE"),
                     QStringLiteral("SHA-256"), QStringLiteral("REASON")}, rows);
        return int(Good);
    });
}

/// `model VERB NAME [VERSION]`; without a version the newest is meant.
int withModel(Session &s, const std::function<int(Services &, const ModelVersion &)> &work)
{
    const auto name = s.word(0, QStringLiteral("the model's name"));
    if (!name)
        return s.out.fail(name.error());
    return withServices(s, [&](Services &services) {
        for (const ModelVersion &m : services.models().models()) {
            if (m.name == *name && (s.words.size() < 2 || m.version == s.words[1].toInt()))
                return work(services, ModelVersion(m));
        }
        return s.out.fail({ErrorCode::NotFound, utf8(s.words.join(u' ')), "no such model"});
    });
}

int show(Session &s)
{
    return withModel(s, [&](Services &, const ModelVersion &m) {
        s.out.value(toJson(m));
        const QStringList lines = QString::fromUtf8(QJsonDocument(toJson(m)).toJson()).split(u'\n');
        for (const QString &line : lines)
            s.out.line(line);
        return int(Good);
    });
}

int verify(Session &s)
{
    return withModel(s, [&](Services &services, const ModelVersion &m) {
        return finish(s, services.models().verify(m.name, m.version), QStringLiteral("%1 %2: hash and signature hold.").arg(m.name).arg(m.version));
    });
}

int promote(Session &s)
{
    return withModel(s, [&](Services &services, const ModelVersion &m) {
        return finish(s, services.models().promote(m.name, m.version), QStringLiteral("%1 %2 is active.").arg(m.name).arg(m.version));
    });
}

int rollBack(Session &s)
{
    const auto name = s.word(0, QStringLiteral("the model's name"));
    if (!name)
        return s.out.fail(name.error());
    return withServices(s, [&](Services &services) {
        const auto done = services.models().rollBack(*name);
        const auto active = services.models().active(*name);
        return finish(s, done, QStringLiteral("%1 %2 is active again.").arg(*name).arg(active ? active->version : 0));
    });
}

} // namespace

std::vector<Verb> ModelCommand::verbs() const
{
    return {{QStringLiteral("list"), {}, QStringLiteral("all versions"), list},
            {QStringLiteral("show"), QStringLiteral("NAME [VERSION]"), QStringLiteral("its passport: file, data, evaluation, signature"), show},
            {QStringLiteral("verify"), QStringLiteral("NAME [VERSION]"), QStringLiteral("hash and signature of the file; a difference refuses it"), verify},
            {QStringLiteral("promote"), QStringLiteral("NAME [VERSION]"), QStringLiteral("make it the one that scores"), promote},
            {QStringLiteral("rollback"), QStringLiteral("NAME"), QStringLiteral("back to the version before"), rollBack}};
}

} // namespace lepto::cli
