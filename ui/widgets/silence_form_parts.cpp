#include "ui/widgets/silence_form.h"

#include "core/alerts/silence_draft.h"
#include "core/base/text.h"
#include "ui/console.h"
#include "ui/desks/alert_desk.h"
#include "ui/models/alert_words.h"
#include "ui/text.h"
#include "ui/time_scale.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/silence_preview.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QScrollArea>

namespace lepto {

namespace {

constexpr int previewAfterMs = 120, longestComment = 4000, longestMatchers = 32'000;
constexpr TimeMs hour = 3'600'000;
constexpr const char *spanTexts[] = { "30m", "2h", "8h", "1d", "1w" };
constexpr TimeMs spanTimes[] = { hour / 2, 2 * hour, 8 * hour, 24 * hour, 168 * hour };

QLabel *fieldName()
{
    return plainLabel(Theme::Type::Caption, "muted");
}

} // namespace

SilenceForm::SilenceForm(Console &console, AlertDesk &desk, TimeScale &time, QWidget *parent)
    : QFrame(parent)
    , m_console(console)
    , m_desk(desk)
    , m_time(time)
    , m_head(new PaneHead)
    , m_preview(new SilencePreviewList)
{
    setObjectName(QStringLiteral("silenceForm"));
    m_soon.setSingleShot(true);
    m_soon.setInterval(previewAfterMs);
    auto *body = new QWidget;
    auto *inside = flatColumn(body);
    inside->addWidget(buildFields());
    inside->addWidget(m_preview, 1);
    auto *column = flatColumn(this);
    column->addWidget(m_head);
    column->addWidget(scrolled(body), 1);
    column->addWidget(horizontalLine());
    column->addWidget(buildFoot());
    connectFields();
    retranslate();
}

QWidget *SilenceForm::buildFields()
{
    auto *fields = new QWidget;
    auto *column = new QVBoxLayout(fields);
    column->setContentsMargins(14, 2, 14, 10);
    column->setSpacing(5);
    m_source = new QComboBox;
    m_source->setObjectName(QStringLiteral("silenceSource"));
    const auto line = [](const char *name, int longest) {
        auto *edit = new QLineEdit;
        edit->setObjectName(QLatin1String(name));
        edit->setMaxLength(longest);
        return edit;
    };
    m_text = line("silenceMatchers", longestMatchers);
    Theme::of().dress(m_text, Theme::Type::Code);
    m_problem = wrappedLabel(Theme::Type::Caption, "critical");
    m_problem->setObjectName(QStringLiteral("silenceProblem"));
    m_problem->hide();
    m_labels = new QVBoxLayout;
    m_labels->setSpacing(3);
    m_spans = new SegmentedButtons(int(std::size(spanTexts)));
    m_end = line("silenceEnd", 60);
    m_endWords = fieldName();
    m_endWords->setObjectName(QStringLiteral("silenceEndWords"));
    m_endWords->setWordWrap(true);
    m_start = line("silenceStart", 60);
    m_comment = line("silenceComment", longestComment);
    m_sourceName = fieldName();
    m_textName = fieldName();
    m_labelsName = fieldName();
    m_endName = fieldName();
    m_startName = fieldName();
    m_commentName = fieldName();
    for (QWidget *widget : std::initializer_list<QWidget *> { m_sourceName, m_source, m_textName, m_text, m_problem, m_labelsName })
        column->addWidget(widget);
    column->addLayout(m_labels);
    for (QWidget *widget : std::initializer_list<QWidget *> { m_commentName, m_comment, m_endName, m_spans, m_end, m_endWords, m_startName, m_start })
        column->addWidget(widget);
    return fields;
}

QWidget *SilenceForm::buildFoot()
{
    auto *foot = new QWidget;
    auto *column = new QVBoxLayout(foot);
    column->setContentsMargins(14, 8, 14, 10);
    column->setSpacing(7);
    m_evenIfAll = new QCheckBox;
    m_evenIfAll->setObjectName(QStringLiteral("silenceEvenIfAll"));
    m_evenIfReplaced = new QCheckBox;
    m_evenIfReplaced->setObjectName(QStringLiteral("silenceNewId"));
    m_wrong = wrappedLabel(Theme::Type::Body, "critical");
    m_wrong->setObjectName(QStringLiteral("silenceWrong"));
    m_wrong->hide();
    m_note = wrappedLabel(Theme::Type::Caption, "muted");
    m_note->setObjectName(QStringLiteral("silenceNote"));
    m_send = makeButton(ButtonKind::Primary, QStringLiteral("bell"));
    m_send->setObjectName(QStringLiteral("silenceSend"));
    m_leave = makeButton(ButtonKind::Normal);
    m_leave->setObjectName(QStringLiteral("silenceLeave"));
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_send);
    row->addWidget(m_leave);
    row->addStretch();
    for (QWidget *widget : std::initializer_list<QWidget *> { m_evenIfAll, m_evenIfReplaced, m_wrong })
        column->addWidget(widget);
    column->addLayout(row);
    column->addWidget(m_note);
    return foot;
}

void SilenceForm::connectFields()
{
    connect(&m_soon, &QTimer::timeout, this, &SilenceForm::preview);
    connect(m_text, &QLineEdit::textChanged, this, &SilenceForm::readMatchers);
    connect(m_source, &QComboBox::currentIndexChanged, this, &SilenceForm::preview);
    for (QLineEdit *edit : { m_end, m_start, m_comment })
        connect(edit, &QLineEdit::textChanged, this, &SilenceForm::check);
    for (QCheckBox *box : { m_evenIfAll, m_evenIfReplaced })
        connect(box, &QCheckBox::toggled, this, &SilenceForm::check);
    connect(m_spans, &SegmentedButtons::chosen, this, [this](int index) { m_end->setText(QLatin1String(spanTexts[index])); });
    connect(m_send, &QPushButton::clicked, this, &SilenceForm::send);
    connect(m_leave, &QPushButton::clicked, this, &SilenceForm::left);
}

void SilenceForm::retranslate()
{
    const auto name = [](QLabel *label, QWidget *field, const QString &words) {
        label->setText(words);
        field->setAccessibleName(words);
    };
    m_head->setTitle(m_edited ? tr("Change the silence") : tr("New silence"));
    m_head->setMeta(tr("by %1").arg(oneLine(m_console.state().user, 60)));
    name(m_sourceName, m_source, tr("Alertmanager"));
    name(m_textName, m_text, tr("Matchers"));
    m_text->setPlaceholderText(QStringLiteral("alertname=\"DiskFull\", instance=~\"db.*\""));
    m_labelsName->setText(tr("Labels of the alert"));
    name(m_commentName, m_comment, tr("Why (required)"));
    m_comment->setPlaceholderText(tr("Who reads it knows why nobody was paged"));
    name(m_endName, m_end, tr("How long, or until when"));
    m_end->setPlaceholderText(QStringLiteral("90m, 1d12h, 2026-11-18 14:00"));
    name(m_startName, m_start, tr("Begins"));
    m_start->setPlaceholderText(tr("at once; or now+1h, 2026-11-18 14:00"));
    QStringList texts;
    for (const TimeMs span : spanTimes)
        texts += text::duration(span);
    m_spans->setTexts(texts);
    m_evenIfAll->setText(tr("Yes, nearly every alert"));
    m_evenIfReplaced->setText(tr("Yes, end this one and make another"));
    m_send->setText(m_edited ? tr("Change silence") : tr("Create silence"));
    setPlainToolTip(m_send, QStringLiteral("Ctrl+Enter"));
    m_leave->setText(tr("Leave"));
    m_preview->retranslate();
    check();
}

QString SilenceForm::whyNot() const
{
    const ConsoleState &state = m_console.state();
    if (m_busy)
        return tr("being sent");
    if (state.offline)
        return tr("a recording is open; close it first");
    if (source().isEmpty())
        return tr("no Alertmanager is connected");
    if (state.stopped)
        return tr("all actions are stopped");
    if (state.writeArmedUntil <= state.now)
        return tr("arm write mode first (Ctrl+Shift+A)");
    if (!m_matchers || m_matchers->empty())
        return m_matchers ? tr("type a matcher, or tick a label") : tr("the matchers cannot be read");
    if (m_comment->text().trimmed().isEmpty())
        return tr("say why first");
    const bool sameEnd = m_edited && m_end->text() == m_endBefore;
    if (const auto end = silenceEnd(m_end->text(), state.now, m_time.utc()); !end && !sameEnd)
        return text::of(end.error());
    if (const auto begin = silenceStart(m_start->text(), state.now, m_time.utc()); !begin)
        return text::of(begin.error());
    if (m_edited && edit().isEmpty())
        return tr("nothing is changed");
    if (!whyNewId().isEmpty() && !m_evenIfReplaced->isChecked())
        return tr("%1, so Alertmanager would end this silence and make another; say yes to that first").arg(whyNewId());
    if (!m_edited) {
        if (const auto good = checkDraft(draft(), state.now); !good)
            return text::of(good.error());
    } else if (const auto good = checkMatchers(*m_matchers, m_evenIfAll->isChecked()); !good) {
        return text::of(good.error());
    }
    return {};
}

void SilenceForm::check()
{
    const TimeMs now = m_console.state().now;
    int preset = -1;
    for (int i = 0; i < int(std::size(spanTexts)); ++i)
        preset = m_end->text().trimmed() == QLatin1String(spanTexts[i]) ? i : preset;
    m_spans->setCurrent(preset);
    const auto end = silenceEnd(m_end->text(), now, m_time.utc());
    const auto begin = silenceStart(m_start->text(), now, m_time.utc());
    const TimeMs from = begin ? std::max(now, *begin) : now;
    const TimeMs until = end ? end->endsAt != 0 ? end->endsAt : from + end->durationMs : 0;
    m_endWords->setText(end ? tr("until %1, in %2").arg(text::dateTime(until, m_time.utc()), text::duration(until - now)) : text::of(end.error()));
    setTone(m_endWords, end ? "muted" : "critical");
    m_evenIfReplaced->setVisible(!whyNewId().isEmpty());
    const QString why = whyNot();
    m_send->setEnabled(why.isEmpty());
    m_send->setAccessibleDescription(why);
    m_note->setText(why.isEmpty() ? tr("Ctrl+Enter sends it. It goes into the audit record.") : tr("Not yet: %1").arg(why));
}

} // namespace lepto
