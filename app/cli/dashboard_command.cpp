#include "app/cli/dashboard_command.h"

#include "app/cli/change_push.h"
#include "app/cli/common.h"
#include "app/services/layout_values.h"
#include "core/base/save_file.h"
#include "core/base/text.h"
#include "core/changes/grafana_client.h"
#include "core/layouts/dashboard_import.h"
#include "core/layouts/layout_json.h"
#include "core/layouts/layout_names.h"
#include "core/layouts/layout_store.h"
#include "core/layouts/layout_variables.h"

#include <QEventLoop>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>

#include <optional>

namespace lepto::cli {

namespace {

QString rangeText(const ExploreLayout &layout)
{
    return QStringLiteral("now-") + durationText(layout.rangeMs);
}

Result<ExploreLayout> fromFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::NotFound, utf8(path), "cannot be read: " + utf8(file.errorString())};
    auto layout = importDashboard(file.read(dashboard_limit::bytes + 1), {});
    if (!layout)
        return Error{layout.error().code, utf8(path), layout.error().reason};
    if (layout->origin.isEmpty())
        layout->origin = QStringLiteral("file:") + QFileInfo(path).fileName();
    return layout;
}

Result<ExploreLayout> fromServer(Session &s, const QString &uid)
{
    const auto access = grafanaAccess(s, s.options.value(QStringLiteral("source")));
    if (!access)
        return access.error();
    GrafanaClient client(access->config, access->secret);
    std::optional<Result<QJsonObject>> got;
    QEventLoop loop;
    client.dashboard(uid, &loop, [&](Result<QJsonObject> answer) {
        got = std::move(answer);
        loop.quit();
    });
    if (!got)
        loop.exec();
    if (!*got)
        return got->error();
    return importDashboard(QJsonDocument(got->value()).toJson(QJsonDocument::Compact), {});
}

void printNotes(Session &s, const ExploreLayout &layout)
{
    if (layout.notes.empty())
        return;
    s.out.line(QStringLiteral("Not taken over:"));
    for (const LayoutNote &note : layout.notes)
        s.out.line(QStringLiteral("  %1: %2").arg(note.where, sentenceOf(note)));
}

std::pair<int, int> sizeOf(const ExploreLayout &layout)
{
    std::pair<int, int> size;
    for (const LayoutRow &row : layout.rows) {
        size.first += int(row.panels.size());
        for (const LayoutPanel &panel : row.panels)
            size.second += int(panel.queries.size());
    }
    return size;
}

int import(Session &s)
{
    const bool remote = s.options.isSet(QStringLiteral("uid"));
    const auto path = remote ? Result<QString>(QString()) : s.word(0, QStringLiteral("the file, or --uid"));
    auto layout = !path ? Result<ExploreLayout>(path.error()) : remote ? fromServer(s, s.options.value(QStringLiteral("uid"))) : fromFile(*path);
    if (!layout)
        return s.out.fail(layout.error());
    return withServices(s, [&](Services &services) {
        fillFromHistory(services, *layout);
        const auto saved = services.layouts().save(*std::move(layout));
        if (!saved)
            return s.out.fail(saved.error());
        s.out.value(toJson(*saved));
        const auto [panels, queries] = sizeOf(*saved);
        s.out.line(QStringLiteral("Layout %1 \"%2\": %3 panels with %4 queries.").arg(saved->id).arg(saved->title).arg(panels).arg(queries));
        printNotes(s, *saved);
        return int(Good);
    });
}

int list(Session &s)
{
    return withServices(s, [&](Services &services) {
        const auto found = services.layouts().list();
        if (!found)
            return s.out.fail(found.error());
        QJsonArray array;
        std::vector<QStringList> rows;
        for (const LayoutStore::Entry &e : *found) {
            array.append(QJsonObject{{QStringLiteral("id"), e.id}, {QStringLiteral("title"), e.title}, {QStringLiteral("origin"), e.origin},
                                     {QStringLiteral("saved"), qint64(e.savedAt)}, {QStringLiteral("panels"), e.panels}, {QStringLiteral("notes"), e.notes}});
            rows.push_back({QString::number(e.id), QString::number(e.panels), QString::number(e.notes), iso(e.savedAt), e.origin, e.title});
        }
        s.out.value(array);
        if (rows.empty())
            s.out.line(QStringLiteral("No layout."));
        else
            s.out.table({QStringLiteral("ID"), QStringLiteral("PANELS"), QStringLiteral("NOTES"), QStringLiteral("SAVED"), QStringLiteral("ORIGIN"), QStringLiteral("TITLE")}, rows);
        return int(Good);
    });
}

void printPanel(Session &s, const ExploreLayout &layout, const LayoutPanel &panel)
{
    const TimeMs now = QDateTime::currentMSecsSinceEpoch();
    const LayoutTimes times{now - layout.rangeMs, now, std::max<TimeMs>(15'000, layout.rangeMs / 400 / 1000 * 1000), 15'000};
    s.out.line(QStringLiteral("  %1 [%2]%3").arg(resolveText(layout, panel.title, times), nameOf(panel.kind), panel.unit.isEmpty() ? QString() : u' ' + panel.unit));
    for (const LayoutQuery &query : panel.queries)
        s.out.line(QStringLiteral("    ") + resolveExpr(layout, query.expr, times).simplified());
}

Result<qint64> layoutNumber(const Session &s)
{
    const auto text = s.word(0, QStringLiteral("the layout's number"));
    if (!text)
        return text.error();
    bool number = false;
    const qint64 id = text->toLongLong(&number);
    return number ? Result<qint64>(id) : Error{ErrorCode::BadInput, utf8(*text), "is not the number of a layout; dashboard list shows them"};
}

int show(Session &s)
{
    const auto id = layoutNumber(s);
    if (!id)
        return s.out.fail(id.error());
    return withServices(s, [&](Services &services) {
        const auto layout = services.layouts().find(*id);
        if (!layout)
            return s.out.fail(layout.error());
        s.out.value(toJson(*layout));
        s.out.line(QStringLiteral("%1 (%2), %3").arg(layout->title, layout->origin, rangeText(*layout)));
        for (const LayoutVariable &v : layout->variables)
            s.out.line(QStringLiteral("$%1 = %2  (%3%4)").arg(v.name, v.value.isEmpty() ? QStringLiteral("everything") : v.value, nameOf(v.kind),
                                                              v.options.isEmpty() ? QString() : QStringLiteral(", %1 known").arg(v.options.size())));
        for (const LayoutRow &row : layout->rows) {
            if (!row.title.isEmpty())
                s.out.line(row.title);
            for (const LayoutPanel &panel : row.panels)
                printPanel(s, *layout, panel);
        }
        printNotes(s, *layout);
        return int(Good);
    });
}

int exportTo(Session &s)
{
    const auto id = layoutNumber(s);
    const auto path = id ? s.word(1, QStringLiteral("the file")) : Result<QString>(id.error());
    if (!path)
        return s.out.fail(path.error());
    return withServices(s, [&](Services &services) {
        const auto layout = services.layouts().find(*id);
        if (!layout)
            return s.out.fail(layout.error());
        return finish(s, saveFile(*path, QJsonDocument(toJson(*layout)).toJson()), QStringLiteral("%1 is written.").arg(*path));
    });
}

int remove(Session &s)
{
    const auto id = layoutNumber(s);
    if (!id)
        return s.out.fail(id.error());
    return withServices(s, [&](Services &services) { return finish(s, services.layouts().remove(*id), QStringLiteral("Layout %1 removed.").arg(*id)); });
}

} // namespace

void DashboardCommand::addOptions(QCommandLineParser &parser) const
{
    parser.addOption({QStringLiteral("uid"), QStringLiteral("import: fetch the dashboard of this uid from Grafana"), QStringLiteral("uid")});
    parser.addOption({QStringLiteral("source"), QStringLiteral("import: the Grafana source, needed where there are several"), QStringLiteral("name")});
}

std::vector<Verb> DashboardCommand::verbs() const
{
    return {{QStringLiteral("import"), QStringLiteral("FILE | --uid UID [--source NAME]"), QStringLiteral("take over a Grafana dashboard; the same one again replaces it"), import},
            {QStringLiteral("list"), {}, QStringLiteral("the layouts"), list},
            {QStringLiteral("show"), QStringLiteral("ID"), QStringLiteral("its variables, panels and queries, and what was not taken over"), show},
            {QStringLiteral("export"), QStringLiteral("ID FILE"), QStringLiteral("write it as JSON"), exportTo},
            {QStringLiteral("delete"), QStringLiteral("ID"), QStringLiteral("forget one; the record keeps that"), remove}};
}

} // namespace lepto::cli
