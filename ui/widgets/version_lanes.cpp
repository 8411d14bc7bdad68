#include "ui/widgets/version_lanes.h"

#include "ui/text.h"
#include "ui/theme/theme.h"

#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace lepto {

namespace {

constexpr TimeMs day = 86'400'000, shownDays = 90 * day, room = 8 * day, candidateLength = 6 * day;
constexpr int laneHeight = 36, axisHeight = 26, nameWidth = 170, mostLanes = 6, barHeight = 14;

} // namespace

VersionLanes::VersionLanes(QWidget *parent)
    : QAbstractScrollArea(parent)
{
    setObjectName(QStringLiteral("versionLanes"));
    setFrameShape(NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    verticalScrollBar()->setSingleStep(laneHeight);
}

void VersionLanes::show(const std::vector<ModelVersion> &models, const QString &selected, TimeMs now, bool utc)
{
    m_lanes.clear();
    for (const ModelVersion &model : models) {
        auto lane = std::ranges::find(m_lanes, model.name, &Lane::name);
        if (lane == m_lanes.end())
            lane = m_lanes.insert(m_lanes.end(), Lane { model.name, model.arch, {} });
        lane->bars.push_back({ model.version, model.stage, model.trainedAt, now });
    }
    for (Lane &lane : m_lanes) {
        std::ranges::sort(lane.bars, {}, &Bar::from);
        // A version speaks until the next active one was made; candidates and refused files never spoke.
        for (std::size_t i = 0; i < lane.bars.size(); ++i) {
            if (lane.bars[i].stage == ModelStage::Candidate)
                lane.bars[i].to = std::max(now, lane.bars[i].from) + candidateLength;
            if (lane.bars[i].stage == ModelStage::Refused)
                lane.bars[i].to = lane.bars[i].from + 3 * day;
            for (std::size_t k = i + 1; k < lane.bars.size() && lane.bars[i].to == now; ++k) {
                if (lane.bars[k].stage == ModelStage::Active || lane.bars[k].stage == ModelStage::Retired)
                    lane.bars[i].to = lane.bars[k].from;
            }
        }
    }
    m_selected = selected;
    m_now = now;
    m_from = now - shownDays;
    m_to = now + room;
    m_utc = utc;
    updateGeometry();
    verticalScrollBar()->setRange(0, std::max(0, int(m_lanes.size()) * laneHeight - (viewport()->height() - axisHeight)));
    setAccessibleDescription(selected);
    viewport()->update();
}

QSize VersionLanes::sizeHint() const
{
    return { 600, std::clamp(int(m_lanes.size()), 1, mostLanes) * laneHeight + axisHeight + 6 };
}

void VersionLanes::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    verticalScrollBar()->setRange(0, std::max(0, int(m_lanes.size()) * laneHeight - (viewport()->height() - axisHeight)));
}

double VersionLanes::x(TimeMs at) const
{
    const double width = viewport()->width() - nameWidth - 14;
    return nameWidth + width * double(at - m_from) / double(std::max<TimeMs>(1, m_to - m_from));
}

void VersionLanes::paintAxis(QPainter *p) const
{
    const Theme &theme = Theme::of();
    const int bottom = viewport()->height() - axisHeight;
    p->setFont(theme.font(Theme::Type::Micro));
    for (TimeMs at = m_from - m_from % (14 * day) + 14 * day; at < m_to; at += 14 * day) {
        const int px = int(x(at));
        p->fillRect(QRect(px, 0, 1, bottom), theme.color("chart.grid"));
        p->setPen(theme.color("chart.axis"));
        p->drawText(QRect(px - 40, bottom, 80, axisHeight), Qt::AlignCenter, text::day(at, m_utc));
    }
    const int now = int(x(m_now));
    p->fillRect(QRect(now, 0, viewport()->width() - now, bottom), theme.color("chart.future"));
    p->fillRect(QRect(now, 0, 1, bottom + 3), theme.color("chart.now"));
}

void VersionLanes::paintBar(QPainter *p, const Bar &bar, const QRect &r) const
{
    const Theme &theme = Theme::of();
    const QString name = QStringLiteral("v%1").arg(bar.version);
    p->setFont(theme.font(Theme::Type::Micro));
    if (bar.stage == ModelStage::Candidate) {
        p->setPen(QPen(theme.color("accent.text"), 1, Qt::DashLine));
        p->setBrush(theme.color("bg.selected"));
        p->drawRoundedRect(QRectF(r).adjusted(0.5, 0.5, -0.5, -0.5), 2, 2);
        p->setBrush(Qt::NoBrush);
    } else if (bar.stage == ModelStage::Refused) {
        p->setPen(theme.color("sev.critical"));
        p->setBrush(theme.color("tint.critical"));
        p->drawRect(r.adjusted(0, 0, -1, -1));
    } else {
        p->fillRect(r, theme.color(bar.stage == ModelStage::Active ? "line.control" : "line.default"));
    }
    p->setPen(theme.color(bar.stage == ModelStage::Refused ? "sev.critical" : bar.stage == ModelStage::Candidate ? "accent.text"
            : bar.stage == ModelStage::Active ? theme.dark() ? "text.primary" : "text.onFill" : "text.primary"));
    if (r.width() > p->fontMetrics().horizontalAdvance(name) + 6)
        p->drawText(r.adjusted(5, 0, 0, 0), Qt::AlignVCenter, name);
}

void VersionLanes::paintLane(QPainter *p, const Lane &lane, const QRect &r) const
{
    const Theme &theme = Theme::of();
    if (lane.name == m_selected)
        p->fillRect(QRect(0, r.top(), 3, r.height()), theme.color("accent.line"));
    p->setFont(theme.font(Theme::Type::Strong));
    p->setPen(theme.color("text.primary"));
    p->drawText(QRect(14, r.top() + 2, nameWidth - 24, 17), Qt::AlignVCenter, p->fontMetrics().elidedText(lane.name, Qt::ElideRight, nameWidth - 24));
    p->setFont(theme.font(Theme::Type::Caption));
    p->setPen(theme.color("text.muted"));
    p->drawText(QRect(14, r.top() + 17, nameWidth - 24, 15), Qt::AlignVCenter, p->fontMetrics().elidedText(lane.kind, Qt::ElideRight, nameWidth - 24));
    for (const Bar &bar : lane.bars) {
        const int left = std::max(nameWidth, int(x(bar.from))), right = int(x(bar.to)) - 1;
        const bool below = bar.stage == ModelStage::Candidate;
        if (right > left)
            paintBar(p, bar, QRect(left, r.top() + (below ? 19 : 4), std::max(4, right - left), barHeight));
    }
    p->fillRect(QRect(0, r.bottom(), r.width(), 1), theme.color("line.subtle"));
}

void VersionLanes::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::of();
    QPainter p(viewport());
    const int bottom = viewport()->height() - axisHeight;
    const auto laneRect = [&](std::size_t i) {
        return QRect(0, int(i) * laneHeight - verticalScrollBar()->value(), viewport()->width(), laneHeight);
    };
    for (std::size_t i = 0; i < m_lanes.size(); ++i) {
        if (m_lanes[i].name == m_selected)
            p.fillRect(laneRect(i).intersected(QRect(0, 0, viewport()->width(), bottom)), theme.color("bg.selected"));
    }
    paintAxis(&p);
    p.setClipRect(QRect(0, 0, viewport()->width(), bottom));
    p.setRenderHint(QPainter::Antialiasing);
    for (std::size_t i = 0; i < m_lanes.size(); ++i)
        paintLane(&p, m_lanes[i], laneRect(i));
    if (hasFocus()) {
        p.setClipping(false);
        p.setBrush(Qt::NoBrush);
        p.setPen(QPen(theme.color("accent.line"), 2));
        p.drawRect(viewport()->rect().adjusted(1, 1, -1, -1));
    }
}

void VersionLanes::choose(int lane)
{
    if (lane >= 0 && lane < int(m_lanes.size()))
        Q_EMIT chosen(m_lanes[std::size_t(lane)].name);
}

void VersionLanes::mousePressEvent(QMouseEvent *event)
{
    choose((int(event->position().y()) + verticalScrollBar()->value()) / laneHeight);
}

void VersionLanes::keyPressEvent(QKeyEvent *event)
{
    const auto at = std::ranges::find(m_lanes, m_selected, &Lane::name);
    const int now = int(at - m_lanes.begin());
    if (event->key() == Qt::Key_Down || event->key() == Qt::Key_Up)
        choose(now + (event->key() == Qt::Key_Down ? 1 : -1));
    else
        QAbstractScrollArea::keyPressEvent(event);
}

} // namespace lepto
