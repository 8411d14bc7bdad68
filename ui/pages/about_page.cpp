#include "ui/pages/about_page.h"

#include "ui/models/self_rows.h"
#include "ui/text.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/look_bar.h"
#include "ui/widgets/row_table.h"

#include <QApplication>
#include <QClipboard>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

namespace lepto {

namespace {

constexpr int roomyWidth = 1100, trendColumn = 2;

} // namespace

AboutPage::AboutPage(Console &console, QWidget *parent)
    : Page(parent)
    , m_console(console)
    , m_numberModel(new CellModel(this))
    , m_hostModel(new CellModel(this))
{
    setObjectName(QStringLiteral("aboutPage"));
    auto *column = flatColumn(this);
    column->addWidget(buildHead());
    column->addWidget(horizontalLine());
    m_look = new LookBar;
    m_look->setObjectName(QStringLiteral("aboutLook"));
    column->addWidget(m_look);
    m_split = new QSplitter(Qt::Horizontal);
    m_split->setChildrenCollapsible(false);
    m_split->addWidget(buildNumbers());
    m_split->addWidget(buildSide());
    m_split->setSizes({ 800, 560 });
    column->addWidget(m_split, 1);
    if (SelfDesk *desk = console.self())
        connect(desk, &SelfDesk::changed, this, &AboutPage::refresh);
    connect(&console, &Console::stateChanged, this, [this] {
        if (isVisible())
            refresh();
    });
    refresh();
}

QWidget *AboutPage::firstFocus() const
{
    return m_copy;
}

QWidget *AboutPage::buildHead()
{
    auto *head = new QWidget;
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(14, 12, 14, 12);
    row->setSpacing(12);
    m_title = plainLabel(Theme::Type::PageTitle);
    m_title->setObjectName(QStringLiteral("aboutTitle"));
    m_build = wrappedLabel(Theme::Type::Body, "muted");
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(m_title);
    texts->addWidget(m_build);
    m_copy = makeButton(ButtonKind::Normal, QStringLiteral("copy"));
    m_copy->setObjectName(QStringLiteral("aboutCopy"));
    row->addLayout(texts, 1);
    row->addWidget(m_copy);
    connect(m_copy, &QPushButton::clicked, this, &AboutPage::copy);
    words([this] {
        m_copy->setText(tr("Copy as text"));
        m_copy->setAccessibleDescription(tr("Version, sizes and numbers, without names and addresses"));
        m_copy->setToolTip(m_copy->accessibleDescription());
    });
    return head;
}

QWidget *AboutPage::buildNumbers()
{
    auto *pane = new QWidget;
    auto *column = flatColumn(pane);
    m_numbersHead = new PaneHead;
    m_numbers = new RowTable(m_numberModel);
    m_numbers->setObjectName(QStringLiteral("aboutNumbers"));
    m_numbers->setItemDelegateForColumn(trendColumn, new SparklineDelegate([this](const QModelIndex &index) -> const Sparkline * {
        const auto found = m_trends.find(index.data(CellModel::KeyRole).toString());
        return found == m_trends.end() ? nullptr : &found->second;
    }, this));
    m_numbers->setSelectable(false);
    for (QWidget *part : std::initializer_list<QWidget *> { m_numbersHead, horizontalLine(), m_numbers, horizontalLine(), buildTraffic() })
        column->addWidget(part);
    column->addStretch(1);
    words([this] {
        m_numbersHead->setTitle(tr("Own numbers"));
        m_numbers->setAccessibleName(tr("The console's own numbers"));
        m_numberModel->setColumns(selfColumns());
    });
    return scrolled(pane);
}

QWidget *AboutPage::buildTraffic()
{
    auto *pane = new QWidget;
    auto *column = flatColumn(pane);
    m_hostsHead = new PaneHead;
    m_hosts = new RowTable(m_hostModel);
    m_hosts->setObjectName(QStringLiteral("aboutHosts"));
    m_hosts->setSelectable(false);
    m_outsideMark = new MarkLabel(14);
    m_outside = wrappedLabel(Theme::Type::Strong, "primary");
    m_outside->setObjectName(QStringLiteral("aboutOutside"));
    m_outsideWhy = wrappedLabel(Theme::Type::Caption, "muted");
    m_outsideWhy->setContentsMargins(14, 2, 14, 10);
    auto *sentence = new QHBoxLayout;
    sentence->setContentsMargins(14, 4, 14, 2);
    sentence->setSpacing(8);
    sentence->addWidget(m_outsideMark, 0, Qt::AlignTop);
    sentence->addWidget(m_outside, 1);
    column->addWidget(m_hostsHead);
    column->addLayout(sentence);
    column->addWidget(m_outsideWhy);
    column->addWidget(m_hosts);
    words([this] {
        m_hostsHead->setTitle(tr("What left this machine"));
        m_hosts->setAccessibleName(tr("What left this machine"));
        m_hostModel->setColumns(hostColumns());
        m_outsideWhy->setText(tr("Bytes of HTTP, without TLS and TCP. No account, no telemetry to anyone: only what your sources ask."));
    });
    return pane;
}

QWidget *AboutPage::buildSide()
{
    auto *side = new QWidget;
    auto *column = flatColumn(side);
    m_folder = new KeyValues;
    m_sources = new KeyValues;
    m_licences = new KeyValues;
    m_sourcesLink = makeButton(ButtonKind::Link);
    m_sourcesLink->setObjectName(QStringLiteral("aboutSources"));
    m_fullText = wrappedLabel(Theme::Type::Caption, "muted");
    m_fullText->setContentsMargins(14, 2, 14, 10);
    for (PaneHead **head : { &m_folderHead, &m_sourcesHead, &m_licenceHead })
        *head = new PaneHead;
    m_sourcesHead->addRight(m_sourcesLink);
    for (QWidget *part : std::initializer_list<QWidget *> { m_folderHead, m_folder, horizontalLine(), m_sourcesHead, m_sources, horizontalLine(), m_licenceHead, m_licences, m_fullText })
        column->addWidget(part);
    column->addStretch(1);
    connect(m_sourcesLink, &QPushButton::clicked, this, [this] { Q_EMIT goTo(QStringLiteral("settings"), QStringLiteral("section:sources")); });
    words([this] {
        m_folderHead->setTitle(tr("Data folder"));
        m_sourcesHead->setTitle(tr("Sources"));
        m_sourcesLink->setText(tr("Open the sources"));
        m_licenceHead->setTitle(tr("Licences"));
        m_licenceHead->setMeta(tr("Leptoscope is free software: GPL-3.0 or later"));
        m_fullText->setText(tr("Without any warranty. The full text is the file LICENSE of the source, /usr/share/common-licenses/GPL-3 on Debian, and gnu.org/licenses."));
        std::vector<KeyValues::Row> rows;
        for (const Licence &licence : licences())
            rows.push_back({ QLatin1String(licence.library), QLatin1String(licence.licence) });
        m_licences->setRows(rows);
    });
    return scrolled(side);
}

SelfReport AboutPage::report() const
{
    if (SelfDesk *desk = m_console.self())
        return desk->report();
    SelfReport bare;
    bare.version = QCoreApplication::applicationVersion();
    return bare;
}

void AboutPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    if (SelfDesk *desk = m_console.self())
        desk->watch(true);
    refresh();
}

void AboutPage::hideEvent(QHideEvent *event)
{
    if (SelfDesk *desk = m_console.self())
        desk->watch(false);
    Page::hideEvent(event);
}

void AboutPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    const auto way = width() > roomyWidth ? Qt::Horizontal : Qt::Vertical;
    if (m_split->orientation() == way)
        return;
    m_split->setOrientation(way);
    m_split->setSizes(way == Qt::Horizontal ? QList<int> { 800, 560 } : QList<int> { 320, 240 });
}

void AboutPage::refresh()
{
    const SelfReport report = this->report();
    m_title->setText(tr("Leptoscope %1").arg(report.version));
    m_build->setText(report.build);
    if (!report.writable)
        m_look->show(PanelLook::NotAllowed, tr("The data folder cannot be written."),
            tr("Nothing new is kept. Whoever owns %1 can allow it.").arg(report.folder));
    else if (m_console.state().offline)
        m_look->show(PanelLook::Offline, tr("A recording is open."), tr("This page goes on speaking of this console, not of the recording."));
    else
        m_look->show(PanelLook::Good);
    showNumbers(report);
    showFolder(report);
    showHosts(report);
}

void AboutPage::showNumbers(const SelfReport &report)
{
    m_trends = selfTrends(report.numbers);
    m_numberModel->setRows(selfRows(report.numbers));
    m_numbers->fitHeight();
    const QString place = report.metricsPort > 0 ? tr("the same on http://127.0.0.1:%1/metrics").arg(report.metricsPort) : tr("the own metrics page is off");
    m_numbersHead->setMeta(report.metricsProblem.isEmpty() ? place : report.metricsProblem);
}

void AboutPage::showFolder(const SelfReport &report)
{
    m_folder->setRows(folderRows(report));
    const ConsoleState &state = m_console.state();
    const auto live = std::ranges::count(state.sources, SourceState::Code::Live, &SourceState::code);
    m_sources->setRows({ { tr("Live"), tr("%1 of %2").arg(live).arg(state.sources.size()), true },
        { tr("Series"), text::count(state.store.series), true }, { tr("Samples"), text::count(state.store.samples), true } });
}

void AboutPage::showHosts(const SelfReport &report)
{
    const bool outside = goesOutside(report.hosts);
    m_outsideMark->setMark(outside ? MarkCode::Info : MarkCode::Ok);
    m_outside->setText(outsideSentence(report.hosts));
    m_hostsHead->setMeta(report.since > 0 ? tr("since %1").arg(text::dateTime(report.since)) : QString());
    m_hostModel->setRows(hostRows(report.hosts));
    m_hosts->setVisible(!report.hosts.empty());
    m_hosts->fitHeight();
}

void AboutPage::copy()
{
    QApplication::clipboard()->setText(selfText(report()));
}

} // namespace lepto
