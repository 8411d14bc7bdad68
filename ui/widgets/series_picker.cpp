#include "ui/widgets/series_picker.h"

#include "ui/models/series_words.h"
#include "ui/text.h"
#include "ui/widgets/labels.h"

#include <QLineEdit>
#include <QListWidget>
#include <QTimer>
#include <QVBoxLayout>

namespace lepto {

namespace {

constexpr int mostSeries = 200, typingPauseMs = 200;

} // namespace

SeriesPicker::SeriesPicker(Console &console, QWidget *parent)
    : QWidget(parent)
    , m_console(console)
    , m_field(new QLineEdit)
    , m_list(new QListWidget)
    , m_count(wrappedLabel(Theme::Type::Caption, "muted"))
{
    m_field->setObjectName(QStringLiteral("seriesFilter"));
    m_list->setObjectName(QStringLiteral("seriesList"));
    m_list->setMinimumHeight(140);
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    Theme::of().dress(m_list, Theme::Type::Number);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(m_field);
    column->addWidget(m_list, 1);
    column->addWidget(m_count);
    auto *pause = new QTimer(this);
    pause->setSingleShot(true);
    pause->setInterval(typingPauseMs);
    connect(m_field, &QLineEdit::textChanged, pause, qOverload<>(&QTimer::start));
    connect(pause, &QTimer::timeout, this, &SeriesPicker::search);
    connect(m_list, &QListWidget::itemChanged, this, [this](QListWidgetItem *item) {
        if (m_filling)
            return;
        const auto id = SeriesId(item->data(Qt::UserRole).toLongLong());
        if (item->checkState() == Qt::Checked)
            m_chosen.insert(id);
        else
            m_chosen.erase(id);
        say();
        Q_EMIT changed();
    });
    retranslate();
}

void SeriesPicker::retranslate()
{
    m_field->setPlaceholderText(tr("Service, metric or label"));
    m_field->setAccessibleName(tr("Find series"));
    m_list->setAccessibleName(tr("Series"));
    say();
}

void SeriesPicker::search()
{
    const int asked = ++m_asked;
    m_waiting = true;
    say();
    m_console.findSeries(m_field->text().trimmed(), mostSeries, this, [this, asked](Result<std::vector<SeriesInfo>> found) {
        if (asked != m_asked)
            return; // an older question
        m_waiting = false;
        m_wrong = found ? QString() : text::of(found.error());
        fill(found ? *found : std::vector<SeriesInfo> {});
    });
}

void SeriesPicker::fill(const std::vector<SeriesInfo> &series)
{
    m_filling = true;
    m_list->clear();
    for (const SeriesInfo &info : series) {
        const QString name = QString::fromStdString(info.labels.text());
        auto *item = new QListWidgetItem(seriesTitle(info.labels.with("source", {}).with("job", {})), m_list);
        item->setData(Qt::UserRole, qint64(info.id));
        item->setToolTip(name.toHtmlEscaped());
        item->setFlags(Qt::ItemIsUserCheckable | Qt::ItemIsEnabled | Qt::ItemIsSelectable);
        item->setCheckState(m_chosen.contains(info.id) ? Qt::Checked : Qt::Unchecked);
    }
    m_found = series.size();
    m_filling = false;
    say();
}

void SeriesPicker::say()
{
    QString words = tr("%n chosen", nullptr, int(m_chosen.size()));
    if (m_waiting)
        words += QStringLiteral(", ") + tr("looking…");
    else if (!m_wrong.isEmpty())
        words = m_wrong;
    else if (m_found == 0)
        words += QStringLiteral(", ") + tr("no series fits");
    else if (m_found >= mostSeries)
        words += QStringLiteral(", ") + tr("the first %1 are listed").arg(mostSeries);
    else
        words += QStringLiteral(", ") + tr("%n listed", nullptr, int(m_found));
    m_count->setText(words);
}

} // namespace lepto
