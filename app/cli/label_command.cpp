#include "app/cli/label_command.h"

#include "app/cli/common.h"
#include "core/base/text.h"
#include "core/bundle/documents.h"
#include "core/incidents/incident_names.h"
#include "core/incidents/label_store.h"

#include <limits>

namespace lepto::cli {

namespace {

int list(Session &s)
{
    return withServices(s, [&](Services &services) {
        QJsonArray array;
        std::vector<QStringList> rows;
        for (const LabelRegion &l : services.labels().labels()) {
            array.append(toJson(l));
            rows.push_back({QString::number(l.id), nameOf(l.cls), iso(l.from), iso(l.to), qstr(l.series.text()), l.author, l.reason});
        }
        s.out.value(array);
        s.out.table({QStringLiteral("ID"), QStringLiteral("CLASS"), QStringLiteral("FROM"), QStringLiteral("TO"), QStringLiteral("SERIES"),
                     QStringLiteral("BY"), QStringLiteral("REASON")}, rows);
        return int(Good);
    });
}

/// The one stored series that the selector means.
Result<Labels> oneSeries(Services &services, const QString &text)
{
    const auto matchers = selector(text);
    const auto store = matchers ? services.requireStore() : Result<Store *>(matchers.error());
    if (!store)
        return store.error();
    const auto found = (*store)->select(*matchers, 0, std::numeric_limits<TimeMs>::max(), 3);
    if (!found)
        return found.error();
    if (found->empty())
        return Error{ErrorCode::NotFound, utf8(text), "no stored series matches"};
    if (found->size() > 1)
        return Error{ErrorCode::BadInput, utf8(text), "matches more than one series, among them " + (*found)[0].labels.text() + " and " + (*found)[1].labels.text()};
    return found->front().labels;
}

int add(Session &s)
{
    const auto text = s.word(0, QStringLiteral("the series"));
    const auto range = s.range();
    const auto cls = labelClassOf(s.options.value(QStringLiteral("class")));
    if (!text || !range)
        return s.out.fail(!text ? text.error() : range.error());
    if (!cls)
        return s.out.fail({ErrorCode::BadInput, "--class " + utf8(s.options.value(QStringLiteral("class"))), "is not one of incident, normal, maintenance, deploy, bad-data"});
    return withServices(s, [&](Services &services) {
        const auto series = oneSeries(services, *text);
        if (!series)
            return s.out.fail(series.error());
        LabelRegion label;
        label.series = *series;
        label.from = range->first;
        label.to = range->second;
        label.cls = *cls;
        label.reason = s.options.value(QStringLiteral("reason"));
        if (s.options.isSet(QStringLiteral("incident"))) {
            const auto id = incidentNumber(s.options.value(QStringLiteral("incident")));
            if (!id)
                return s.out.fail(id.error());
            label.incident = *id;
        }
        const auto added = services.labels().add(label);
        if (!added)
            return s.out.fail(added.error());
        s.out.value(toJson(*added));
        s.out.line(QStringLiteral("Label %1 on %2.").arg(added->id).arg(qstr(added->series.text())));
        return int(Good);
    });
}

int remove(Session &s)
{
    const auto text = s.word(0, QStringLiteral("the label's number"));
    if (!text)
        return s.out.fail(text.error());
    return withServices(s, [&](Services &services) { return finish(s, services.labels().remove(text->toLongLong()), QStringLiteral("Label %1 removed.").arg(*text)); });
}

} // namespace

void LabelCommand::addOptions(QCommandLineParser &parser) const
{
    addRangeOptions(parser);
    parser.addOption({QStringLiteral("class"), QStringLiteral("incident, normal, maintenance, deploy or bad-data"), QStringLiteral("class"), QStringLiteral("incident")});
    parser.addOption({QStringLiteral("reason"), QStringLiteral("why, in a few words"), QStringLiteral("text")});
    parser.addOption({QStringLiteral("incident"), QStringLiteral("the incident it belongs to"), QStringLiteral("INC")});
}

std::vector<Verb> LabelCommand::verbs() const
{
    return {{QStringLiteral("list"), {}, QStringLiteral("all labels"), list},
            {QStringLiteral("add"), QStringLiteral("SERIES --from T --to T [--class C] [--reason TEXT] [--incident INC]"), QStringLiteral("mark a stretch"), add},
            {QStringLiteral("remove"), QStringLiteral("ID"), QStringLiteral("take a label back; the record keeps it"), remove}};
}

} // namespace lepto::cli
