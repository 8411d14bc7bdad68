#include "ui/widgets/alert_detail.h"

#include "core/base/text.h"
#include "ui/models/alert_words.h"
#include "ui/text.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/row_table.h"

#include <QHeaderView>
#include <QScrollArea>
#include <QVBoxLayout>

namespace lepto {

namespace {

constexpr int mostLabels = 64, mostTexts = 32, longestText = 4000, linkLength = 60, lineBreak = 24;

/// Lines stay lines, everything else that steers a terminal or turns text round becomes visible; long words can break.
QString paragraphs(const QString &text)
{
    QStringList lines;
    for (const QString &line : text.left(longestText).split(QLatin1Char('\n'))) {
        QString safe = oneLine(line, longestText);
        for (qsizetype i = 0, run = 0; i < safe.size(); ++i) {
            run = safe[i].isSpace() ? 0 : run + 1;
            if (run == lineBreak)
                safe.insert(++i, QChar(0x200b)), run = 0;
        }
        lines += safe;
    }
    return lines.join(QLatin1Char('\n'));
}

void clear(QVBoxLayout *column)
{
    while (QLayoutItem *item = column->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

QVBoxLayout *inner()
{
    auto *column = new QVBoxLayout;
    column->setContentsMargins(14, 0, 14, 8);
    column->setSpacing(6);
    return column;
}

} // namespace

AlertDetail::AlertDetail(QWidget *parent)
    : QFrame(parent)
    , m_head(new PaneHead)
    , m_none(plainLabel(Theme::Type::Body, "muted"))
{
    setObjectName(QStringLiteral("alertDetail"));
    auto *column = flatColumn(this);
    column->addWidget(m_head);
    m_none->setContentsMargins(14, 4, 14, 4);
    column->addWidget(m_none);
    m_body = scrolled(buildBody());
    column->addWidget(m_body, 1);
    column->addWidget(horizontalLine());
    m_buttons = buildButtons();
    column->addWidget(m_buttons);
    column->addStretch();
    retranslate();
}

QWidget *AlertDetail::buildBody()
{
    auto *body = new QWidget;
    auto *column = flatColumn(body);
    m_severity = new Chip;
    m_state = new Chip;
    auto *chips = new QHBoxLayout;
    chips->setContentsMargins(14, 2, 14, 8);
    chips->setSpacing(6);
    chips->addWidget(m_severity);
    chips->addWidget(m_state);
    chips->addStretch();
    m_facts = new KeyValues(KeyValues::Side::Left);
    m_silences = inner();
    m_textsHead = new PaneHead;
    m_texts = inner();
    m_linksHead = new PaneHead;
    m_links = inner();
    m_labelsHead = new PaneHead;
    m_labelModel = new CellModel(this);
    m_labels = new RowTable(m_labelModel);
    m_labels->setObjectName(QStringLiteral("alertLabels"));
    m_labels->setDense();
    m_labels->horizontalHeader()->hide();
    column->addLayout(chips);
    column->addWidget(m_facts);
    column->addLayout(m_silences);
    column->addWidget(m_textsHead);
    column->addLayout(m_texts);
    column->addWidget(m_linksHead);
    column->addLayout(m_links);
    column->addWidget(m_labelsHead);
    column->addWidget(m_labels);
    column->addStretch();
    return body;
}

QWidget *AlertDetail::buildButtons()
{
    auto *buttons = new QWidget;
    auto *row = new QHBoxLayout(buttons);
    row->setContentsMargins(14, 10, 14, 10);
    row->setSpacing(8);
    m_silence = makeButton(ButtonKind::Primary, QStringLiteral("bell"));
    m_silence->setObjectName(QStringLiteral("silenceAlert"));
    m_explore = makeButton(ButtonKind::Normal, QStringLiteral("explore"));
    m_explore->setObjectName(QStringLiteral("exploreAlert"));
    m_openIncident = makeButton(ButtonKind::Normal, QStringLiteral("incidents"));
    m_openIncident->setObjectName(QStringLiteral("alertIncident"));
    row->addWidget(m_silence);
    row->addWidget(m_explore);
    row->addWidget(m_openIncident);
    row->addStretch();
    connect(m_silence, &QPushButton::clicked, this, &AlertDetail::silenceWanted);
    connect(m_explore, &QPushButton::clicked, this, [this] { Q_EMIT exploreWanted(exploreExpression(m_alert)); });
    connect(m_openIncident, &QPushButton::clicked, this, [this] { Q_EMIT incidentWanted(m_incident); });
    return buttons;
}

void AlertDetail::retranslate()
{
    m_none->setText(tr("No alert is selected."));
    m_labelsHead->setTitle(tr("Labels"));
    m_labels->setAccessibleName(tr("Labels of the alert"));
    m_labelModel->setColumns({ { tr("Name"), -2 }, { tr("Value"), -3 } });
    m_textsHead->setTitle(tr("Annotations"));
    m_linksHead->setTitle(tr("Links"));
    m_linksHead->setMeta(tr("open in the browser"));
    m_silence->setText(tr("Silence…"));
    m_silence->setAccessibleName(tr("Silence this alert"));
    m_explore->setText(tr("Explore"));
    m_explore->setAccessibleName(tr("Open in Explore"));
    m_shownTexts.clear();
    m_shownSilences.clear();
}

void AlertDetail::show(const Alert *alert, const Around &around)
{
    m_alert = alert ? *alert : Alert {};
    m_incident = around.incident;
    m_none->setVisible(!alert);
    m_body->setVisible(alert);
    m_buttons->setVisible(alert);
    m_head->setTitle(alert ? tr("Alert") : QString());
    m_head->setMeta(alert ? alertName(m_alert.labels) : QString());
    if (!alert)
        return;
    showFacts(around);
    showSilences(around);
    showTexts();
    m_silence->setEnabled(around.whyNotSilence.isEmpty());
    m_silence->setAccessibleDescription(around.whyNotSilence);
    setPlainToolTip(m_silence, around.whyNotSilence);
    m_explore->setEnabled(!exploreExpression(m_alert).isEmpty());
    m_openIncident->setVisible(m_incident != 0);
    m_openIncident->setText(text::incident(m_incident));
    m_openIncident->setAccessibleName(tr("Open incident %1").arg(text::incident(m_incident)));
}

void AlertDetail::showFacts(const Around &around)
{
    m_severity->show(markOf(severityOf(m_alert.labels)), severityWord(m_alert.labels));
    m_state->show(markOf(m_alert), alertStateText(m_alert));
    std::vector<KeyValues::Row> rows;
    if (m_alert.since != 0)
        rows.push_back({ tr("Since"), text::dateTime(m_alert.since, around.utc) + QStringLiteral(", ") + text::age(m_alert.since, around.now), true });
    if (m_alert.timesFired > 0)
        rows.push_back({ tr("Last 24 h"), tr("fired %n times", nullptr, m_alert.timesFired) + (m_alert.flapping ? QStringLiteral(", ") + tr("flapping") : QString()), false,
            m_alert.flapping ? "warning" : "primary" });
    if (!m_alert.receivers.isEmpty())
        rows.push_back({ tr("Receivers"), oneLine(m_alert.receivers.join(QStringLiteral(", ")), 300) });
    rows.push_back({ tr("Seen at"), oneLine(m_alert.sources.join(QStringLiteral(", ")), 300) });
    if (m_alert.stale)
        rows.push_back({ tr("State"), tr("as it was told last; its source does not answer"), false, "warning" });
    if (!m_alert.inhibitedBy.isEmpty()) {
        const Alert *by = around.snapshot ? around.snapshot->find(m_alert.inhibitedBy.front()) : nullptr;
        rows.push_back({ tr("Inhibited by"), by ? alertName(by->labels) : oneLine(m_alert.inhibitedBy.join(QStringLiteral(", ")), 120) });
    }
    m_facts->setRows(rows);
    std::vector<CellModel::Row> labels;
    for (const auto &[name, value] : m_alert.labels.pairs()) {
        if (int(labels.size()) == mostLabels)
            break;
        Cell left { oneLine(qstr(name), 120) }, right { oneLine(qstr(value), 1000) };
        left.tone = "text.muted";
        left.mono = right.mono = true;
        right.tip = right.text;
        labels.push_back({ left.text, { left, right } });
    }
    m_labelsHead->setMeta(int(labels.size()) < int(m_alert.labels.pairs().size()) ? tr("%1 of %2").arg(labels.size()).arg(m_alert.labels.pairs().size()) : QString());
    m_labelModel->setRows(std::move(labels));
    m_labels->fitHeight();
}

void AlertDetail::showTexts()
{
    QString state = m_alert.fingerprint + m_alert.generatorUrl;
    for (auto it = m_alert.annotations.begin(); it != m_alert.annotations.end(); ++it)
        state += it.key() + QLatin1Char('\n') + it.value() + QLatin1Char('\n');
    if (state == m_shownTexts)
        return;
    m_shownTexts = state;
    clear(m_texts);
    clear(m_links);
    addLink(tr("Rule"), m_alert.generatorUrl);
    int shown = 0;
    for (auto it = m_alert.annotations.begin(); it != m_alert.annotations.end() && shown < mostTexts; ++it, ++shown) {
        const QString name = oneLine(it.key(), 80);
        if (webLink(it.value()).isValid()) {
            addLink(name, it.value());
            continue;
        }
        m_texts->addWidget(plainLabel(Theme::Type::Caption, "muted", name));
        QLabel *words = wrappedLabel(Theme::Type::Body, "primary", paragraphs(it.value()));
        words->setTextInteractionFlags(Qt::TextSelectableByMouse);
        m_texts->addWidget(words);
    }
    m_textsHead->setVisible(m_texts->count() > 0);
    m_linksHead->setVisible(m_links->count() > 0);
}

void AlertDetail::addLink(const QString &name, const QString &address)
{
    const QUrl url = webLink(address);
    if (!url.isValid()) {
        if (!address.isEmpty())
            m_links->addWidget(wrappedLabel(Theme::Type::Caption, "muted", name + QStringLiteral(": ") + paragraphs(address)));
        return;
    }
    const QString shown = url.toDisplayString(QUrl::RemoveQuery | QUrl::RemoveFragment).section(QStringLiteral("://"), 1);
    QPushButton *link = makeButton(ButtonKind::Link, QStringLiteral("world"),
        plainButtonText(name + QStringLiteral("  ") + (shown.size() > linkLength ? shown.left(linkLength) + QChar(0x2026) : shown)));
    link->setObjectName(QStringLiteral("alertLink"));
    link->setAccessibleName(tr("Open %1 in the browser").arg(name));
    setPlainToolTip(link, url.toDisplayString());
    connect(link, &QPushButton::clicked, this, [this, url] { Q_EMIT linkPressed(url); });
    m_links->addWidget(link, 0, Qt::AlignLeft);
}

void AlertDetail::showSilences(const Around &around)
{
    const QString state = m_alert.fingerprint + m_alert.silencedBy.join(QLatin1Char(','));
    if (state == m_shownSilences)
        return;
    m_shownSilences = state;
    clear(m_silences);
    for (const QString &id : m_alert.silencedBy) {
        const Silence *silence = around.snapshot ? around.snapshot->silence(id) : nullptr;
        const QString why = silence ? oneLine(silence->comment, 60) : oneLine(id, 60);
        QPushButton *link = makeButton(ButtonKind::Link, {}, plainButtonText(tr("Silence: %1").arg(why)));
        link->setObjectName(QStringLiteral("alertSilence"));
        connect(link, &QPushButton::clicked, this, [this, id] { Q_EMIT silenceChosen(id); });
        m_silences->addWidget(link, 0, Qt::AlignLeft);
    }
}

} // namespace lepto
