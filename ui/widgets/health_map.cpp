#include "ui/widgets/health_map.h"

#include "core/base/text.h"
#include "ui/text.h"
#include "ui/theme/theme.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace lepto {

namespace {

constexpr int padding = 14, gap = 6, tileHeight = 44, leastTile = 118, labelWidth = 68;

QString nameOf(const ServiceState &service)
{
    return oneLine(qstr(service.service), 80);
}

/// Two services fit into one row of the map when they share the tier.
bool sameRow(const ServiceState &a, const ServiceState &b)
{
    return a.tier == b.tier;
}

} // namespace

HealthMap::HealthMap(QWidget *parent)
    : QAbstractScrollArea(parent)
{
    setObjectName(QStringLiteral("healthMap"));
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    connect(&Theme::of(), &Theme::changed, this, &HealthMap::layOut);
}

void HealthMap::setHealth(const HealthSnapshot &health)
{
    const auto sameShape = [](const ServiceState &a, const ServiceState &b) {
        return a.service == b.service && a.tier == b.tier && a.instances == b.instances;
    };
    const bool moved = !std::equal(
        health.services.begin(), health.services.end(), m_health.services.begin(), m_health.services.end(), sameShape);
    m_health = health;
    if (moved)
        layOut();
    describe();
    viewport()->update();
}

void HealthMap::setStale(bool stale)
{
    if (std::exchange(m_stale, stale) != stale)
        viewport()->update();
}

QString HealthMap::current() const
{
    return m_currentName;
}

void HealthMap::setCurrent(const QString &service)
{
    for (std::size_t i = 0; i < m_tiles.size(); ++i) {
        if (qstr(m_health.services[m_tiles[i].service].service) == service)
            return choose(int(i));
    }
}

QRect HealthMap::tileRect(const QString &service) const
{
    for (const Tile &tile : m_tiles) {
        if (qstr(m_health.services[tile.service].service) == service)
            return tile.rect.translated(0, -verticalScrollBar()->value());
    }
    return {};
}

int HealthMap::wantedHeight() const
{
    return m_height;
}

int HealthMap::naturalWidth(const ServiceState &service) const
{
    const int name = QFontMetrics(Theme::of().font(Theme::Type::Control)).horizontalAdvance(nameOf(service));
    return std::max({ leastTile, name + 80, std::min(40, service.instances) * 9 + 24 });
}

void HealthMap::layOut()
{
    m_tiles.clear();
    m_rows.clear();
    const int room = std::max(leastTile, viewport()->width() - 2 * padding - labelWidth);
    int top = 2;
    for (std::size_t first = 0; first < m_health.services.size();) {
        std::size_t last = first;
        int used = 0;
        while (last < m_health.services.size() && sameRow(m_health.services[first], m_health.services[last])) {
            const int width = naturalWidth(m_health.services[last]) + (last > first ? gap : 0);
            if (last > first && used + width > room)
                break;
            used += width;
            ++last;
        }
        const bool continues = first > 0 && sameRow(m_health.services[first - 1], m_health.services[first]);
        if (!continues)
            m_rows.push_back({ oneLine(qstr(m_health.services[first].tier), 24), top });
        placeLine(first, last, top, room);
        top += tileHeight + gap;
        first = last;
    }
    const bool grown = std::exchange(m_height, top + 6) != top + 6;
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setRange(0, std::max(0, m_height - viewport()->height()));
    m_current = -1;
    setCurrent(m_currentName);
    viewport()->update();
    if (grown)
        Q_EMIT heightChanged();
}

void HealthMap::placeLine(std::size_t first, std::size_t last, int top, int width)
{
    int natural = gap * int(last - first - 1), weights = 0;
    for (std::size_t i = first; i < last; ++i) {
        natural += naturalWidth(m_health.services[i]);
        weights += std::max(1, m_health.services[i].instances);
    }
    // Spare room goes to the services with many instances.
    const int spare = std::max(0, width - natural);
    int x = padding + labelWidth;
    for (std::size_t i = first; i < last; ++i) {
        const ServiceState &service = m_health.services[i];
        const int extra = spare * std::max(1, service.instances) / std::max(1, weights);
        const int wide = std::min(naturalWidth(service) + extra, width);
        m_tiles.push_back({ i, QRect(x, top, wide, tileHeight) });
        x += wide + gap;
    }
}

int HealthMap::tileAt(const QPoint &viewportPos) const
{
    const QPoint at = viewportPos + QPoint(0, verticalScrollBar()->value());
    for (std::size_t i = 0; i < m_tiles.size(); ++i) {
        if (m_tiles[i].rect.contains(at))
            return int(i);
    }
    return -1;
}

void HealthMap::choose(int tile)
{
    if (tile < 0 || tile >= int(m_tiles.size()))
        return;
    const QString name = qstr(m_health.services[m_tiles[std::size_t(tile)].service].service);
    m_current = tile;
    const QRect rect = m_tiles[std::size_t(tile)].rect;
    const int shown = verticalScrollBar()->value();
    if (rect.top() < shown || rect.bottom() > shown + viewport()->height())
        verticalScrollBar()->setValue(rect.top() - gap);
    if (std::exchange(m_currentName, name) != name)
        Q_EMIT currentChanged(name);
    describe();
    viewport()->update();
}

void HealthMap::move(int dx, int dy)
{
    if (m_tiles.empty())
        return;
    if (m_current < 0)
        return choose(0);
    if (dx != 0)
        return choose(std::clamp(m_current + dx, 0, int(m_tiles.size()) - 1));
    const QRect from = m_tiles[std::size_t(m_current)].rect;
    int best = -1, distance = 0;
    for (int i = 0; i < int(m_tiles.size()); ++i) {
        const QRect rect = m_tiles[std::size_t(i)].rect;
        if ((rect.top() - from.top()) * dy <= 0)
            continue;
        const int far = std::abs(rect.top() - from.top()) * 8 + std::abs(rect.center().x() - from.center().x());
        if (best < 0 || far < distance)
            best = i, distance = far;
    }
    choose(best);
}

void HealthMap::resizeEvent(QResizeEvent *)
{
    layOut();
}

void HealthMap::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        choose(tileAt(event->pos()));
}

void HealthMap::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && tileAt(event->pos()) >= 0)
        Q_EMIT opened(m_currentName);
}

void HealthMap::mouseMoveEvent(QMouseEvent *event)
{
    const int tile = tileAt(event->pos());
    if (std::exchange(m_hovered, tile) != tile)
        viewport()->update();
}

void HealthMap::leaveEvent(QEvent *)
{
    m_hovered = -1;
    viewport()->update();
}

void HealthMap::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left:
        return move(-1, 0);
    case Qt::Key_Right:
        return move(1, 0);
    case Qt::Key_Up:
        return move(0, -1);
    case Qt::Key_Down:
        return move(0, 1);
    case Qt::Key_Home:
        return choose(0);
    case Qt::Key_End:
        return choose(int(m_tiles.size()) - 1);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!m_currentName.isEmpty())
            Q_EMIT opened(m_currentName);
        return;
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

bool HealthMap::viewportEvent(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QAbstractScrollArea::viewportEvent(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const int tile = tileAt(help->pos());
    // Names come from servers: escaped, or the tool tip would read them as HTML.
    QToolTip::showText(help->globalPos(),
        tile < 0 ? QString() : tileText(m_health.services[m_tiles[std::size_t(tile)].service]).toHtmlEscaped(), this);
    return true;
}

QString HealthMap::tileText(const ServiceState &service) const
{
    QStringList parts { nameOf(service), text::of(service.severity) };
    if (!service.reason.isEmpty())
        parts.append(oneLine(service.reason, 120));
    parts.append(tr("%1 of %2 instances up").arg(service.instancesUp).arg(service.instances));
    if (service.since > 0 && service.severity >= Severity::NoData)
        parts.append(tr("since %1").arg(text::when(service.since, m_health.at)));
    return parts.join(QLatin1String(", "));
}

void HealthMap::describe()
{
    int critical = 0, warning = 0, silent = 0;
    for (const ServiceState &service : m_health.services) {
        critical += service.severity == Severity::Critical;
        warning += service.severity == Severity::Warning;
        silent += service.severity == Severity::NoData || service.severity == Severity::Stale;
    }
    setAccessibleName(tr("Fleet, %n services, %1 critical, %2 warning, %3 silent", nullptr, int(m_health.services.size()))
                          .arg(critical)
                          .arg(warning)
                          .arg(silent));
    setAccessibleDescription(m_current < 0 ? QString() : tileText(m_health.services[m_tiles[std::size_t(m_current)].service]));
}

} // namespace lepto
