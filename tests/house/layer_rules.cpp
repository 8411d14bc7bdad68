#include "tests/house/layer_rules.h"

#include <QFile>
#include <QRegularExpression>
#include <QSet>

#include <functional>

namespace lepto::house {

namespace {

struct Border {
    const char *folder;
    const char *forbidden; ///< regular expression over "Module/include" (Qt) or the include as written
    const char *reason;
};

constexpr const char *torch = "^(torch|ATen|c10)/";

const Border borders[] = {
    { "ml/", "^Qt\\w*/", "ml knows no Qt" },
    { "ml/", "^(core|ui|app)/", "ml is the lowest layer" },
    { "ml/base/", torch, "ml/base has no Torch" },
    { "ml/base/", "^ml/(torch|cuda)/", "ml/base is below ml/torch and ml/cuda" },
    { "core/", "^Qt(Gui|Widgets|Charts|Svg|SvgWidgets|OpenGL\\w*)/", "core has no screen" },
    { "core/", "^(ui|app)/", "core is below ui and app" },
    { "core/", torch, "Torch lives in the worker" },
    { "core/", "^ml/(torch|cuda)/", "core knows ml/base only" },
    { "ui/", "^QtSql/|^sqlite3", "ui asks core for data" },
    { "ui/", "^QtNetwork/|^curl/", "ui opens no sockets" },
    { "ui/", "^QtCore/QProcess$", "ui starts no processes" },
    { "ui/", torch, "Torch lives in the worker" },
    { "ui/", "^(app|ml/torch|ml/cuda)/", "ui is above core and below app" },
    { "app/worker/", "^Qt\\w*/|^(core|ui)/", "the worker has no Qt" },
    { "app/cli/", "^Qt(Gui|Widgets|Charts)/|^ui/", "the command line has no screen" },
    { "app/services/", "^Qt(Gui|Widgets|Charts)/|^ui/", "the services also serve the command line" },
    { "", "^QtCharts/", "only ui/charts names Qt Charts" },
};

bool mayNameCharts(const QString &file)
{
    // The benchmark measures Qt Charts itself, as the peer.
    return file.startsWith(QStringLiteral("ui/charts/")) || file == QStringLiteral("tests/bench/bench_chart.cpp");
}

bool isTorch(const QString &include)
{
    return QRegularExpression(QLatin1String(torch)).match(include).hasMatch();
}

bool isTorchHome(const QString &file)
{
    return file.startsWith(QStringLiteral("ml/torch/")) || file.startsWith(QStringLiteral("ml/cuda/"));
}

} // namespace

LayerRules::LayerRules(QStringList rooms, QString qtHeaders)
    : m_rooms(std::move(rooms))
    , m_qtHeaders(std::move(qtHeaders))
{ }

QStringList LayerRules::includesOf(const QByteArray &content)
{
    static const QRegularExpression line(
        QStringLiteral("^\\s*#\\s*include\\s*[<\"]([^>\"]+)[>\"]"), QRegularExpression::MultilineOption);
    QStringList includes;
    for (auto it = line.globalMatch(QString::fromUtf8(content)); it.hasNext();)
        includes.append(it.next().captured(1));
    return includes;
}

// "QPainter" -> "QtGui/QPainter"; an unknown Q name is taken for one of Qt's all the same.
QString LayerRules::moduleOf(const QString &include) const
{
    static const QRegularExpression qtClass(QStringLiteral("^(Q[A-Z]\\w*|q[a-z]\\w*\\.h)$"));
    if (!qtClass.match(include).hasMatch())
        return include;
    for (const char *module :
        { "QtCore", "QtGui", "QtWidgets", "QtCharts", "QtNetwork", "QtSql", "QtSvg", "QtSvgWidgets", "QtOpenGLWidgets" })
        if (QString path = QLatin1String(module) + u'/' + include; QFile::exists(m_qtHeaders + u'/' + path))
            return path;
    return QStringLiteral("Qt/") + include;
}

QString LayerRules::roomReason(const QString &file, const QString &include) const
{
    static const QRegularExpression room(QStringLiteral("^core/(\\w+)/"));
    const auto from = room.match(file), to = room.match(include);
    if (!from.hasMatch() || !to.hasMatch() || m_rooms.indexOf(to.captured(1)) <= m_rooms.indexOf(from.captured(1)))
        return {};
    return QStringLiteral("core/%1 comes before core/%2").arg(from.captured(1), to.captured(1));
}

QString LayerRules::reasonAgainst(const QString &file, const QString &include) const
{
    const QString full = moduleOf(include);
    for (const Border &border : borders) {
        if (!file.startsWith(QLatin1String(border.folder)) || (*border.folder == '\0' && mayNameCharts(file)))
            continue;
        if (QRegularExpression(QLatin1String(border.forbidden)).match(full).hasMatch())
            return QLatin1String(border.reason);
    }
    return roomReason(file, include);
}

QStringList LayerRules::violations(const QString &file, const QByteArray &content) const
{
    QStringList found;
    for (const QString &include : includesOf(content))
        if (const QString reason = reasonAgainst(file, include); !reason.isEmpty())
            found.append(QStringLiteral("%1 includes %2: %3").arg(file, include, reason));
    return found;
}

QStringList LayerRules::torchLeaks(const QHash<QString, QByteArray> &contentByFile) const
{
    QSet<QString> seen;
    const std::function<bool(const QString &)> reachesTorch = [&](const QString &file) {
        if (seen.contains(file))
            return false;
        seen.insert(file);
        const QStringList includes = includesOf(contentByFile.value(file));
        return std::any_of(includes.begin(), includes.end(), [&](const QString &include) {
            return isTorch(include) || (contentByFile.contains(include) && reachesTorch(include));
        });
    };
    QStringList found;
    for (auto it = contentByFile.begin(); it != contentByFile.end(); ++it) {
        seen.clear();
        if (!isTorchHome(it.key()) && reachesTorch(it.key()))
            found.append(it.key() + QStringLiteral(" gets Torch through a header"));
    }
    return found;
}

} // namespace lepto::house
