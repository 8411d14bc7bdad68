#include "ui/widgets/silence_detail.h"

#include "core/alerts/matcher_parser.h"
#include "core/base/text.h"
#include "ui/console.h"
#include "ui/desks/alert_desk.h"
#include "ui/models/alert_silences.h"
#include "ui/models/alert_words.h"
#include "ui/text.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/silence_preview.h"

#include <QScrollArea>
#include <QVBoxLayout>

namespace lepto {

namespace {

constexpr int commentLength = 2000, matcherLength = 400;

}

QString whyReadOnly(const Console &console)
{
    const ConsoleState &state = console.state();
    if (state.offline)
        return SilenceDetail::tr("a recording is open; close it first");
    if (state.stopped)
        return SilenceDetail::tr("all actions are stopped");
    return state.writeArmedUntil > state.now ? QString() : SilenceDetail::tr("arm write mode first (Ctrl+Shift+A)");
}

SilenceDetail::SilenceDetail(Console &console, AlertDesk &desk, QWidget *parent)
    : QFrame(parent)
    , m_console(console)
    , m_desk(desk)
    , m_head(new PaneHead)
    , m_none(plainLabel(Theme::Type::Body, "muted"))
{
    setObjectName(QStringLiteral("silenceDetail"));
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

QWidget *SilenceDetail::buildBody()
{
    auto *body = new QWidget;
    auto *column = flatColumn(body);
    auto *top = new QVBoxLayout;
    top->setContentsMargins(14, 2, 14, 8);
    top->setSpacing(8);
    m_state = new Chip;
    m_comment = wrappedLabel(Theme::Type::Strong, "primary");
    m_comment->setObjectName(QStringLiteral("silenceWhy"));
    m_matchers = wrappedLabel(Theme::Type::Code, "secondary");
    m_matchers->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_facts = new KeyValues(KeyValues::Side::Left);
    m_caught = new SilencePreviewList;
    m_caught->setObjectName(QStringLiteral("silenceCaught"));
    top->addWidget(m_state, 0, Qt::AlignLeft);
    top->addWidget(m_comment);
    top->addWidget(m_matchers);
    column->addLayout(top);
    column->addWidget(m_facts);
    column->addWidget(m_caught, 1);
    return body;
}

QWidget *SilenceDetail::buildButtons()
{
    auto *foot = new QWidget;
    auto *column = new QVBoxLayout(foot);
    column->setContentsMargins(14, 10, 14, 10);
    column->setSpacing(7);
    m_wrong = wrappedLabel(Theme::Type::Body, "critical");
    m_wrong->setObjectName(QStringLiteral("silenceExpireWrong"));
    m_wrong->hide();
    m_note = wrappedLabel(Theme::Type::Caption, "muted");
    m_edit = makeButton(ButtonKind::Normal);
    m_edit->setObjectName(QStringLiteral("silenceEdit"));
    m_expire = makeButton(ButtonKind::Risky);
    m_expire->setObjectName(QStringLiteral("silenceExpire"));
    m_again = makeButton(ButtonKind::Normal, QStringLiteral("undo"));
    m_again->setObjectName(QStringLiteral("silenceAgain"));
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_edit);
    row->addWidget(m_expire);
    row->addWidget(m_again);
    row->addStretch();
    column->addWidget(m_wrong);
    column->addLayout(row);
    column->addWidget(m_note);
    connect(m_edit, &QPushButton::clicked, this, [this] { Q_EMIT editWanted(*m_silence); });
    connect(m_again, &QPushButton::clicked, this, [this] { Q_EMIT againWanted(*m_silence); });
    connect(m_expire, &QPushButton::clicked, this, &SilenceDetail::expire);
    return foot;
}

void SilenceDetail::retranslate()
{
    m_none->setText(tr("No silence is selected."));
    m_edit->setText(tr("Change…"));
    m_edit->setAccessibleName(tr("Change this silence"));
    m_expire->setText(tr("End it now"));
    m_expire->setAccessibleName(tr("End this silence now"));
    m_again->setText(tr("Make it again…"));
    m_caught->retranslate();
}

void SilenceDetail::show(const Silence *silence, TimeMs now, bool utc)
{
    if (!silence || !m_silence || m_silence->id != silence->id)
        m_wrong->hide();
    m_silence = silence ? std::optional<Silence>(*silence) : std::nullopt;
    m_none->setVisible(!silence);
    m_body->setVisible(silence);
    m_buttons->setVisible(silence);
    m_head->setTitle(silence ? tr("Silence") : QString());
    m_head->setMeta(silence ? oneLine(silence->id, 60) : QString());
    if (!silence)
        return;
    m_state->show(markOf(silence->state), silenceStateText(silence->state));
    m_comment->setText(oneLine(silence->comment, commentLength));
    QStringList matchers;
    for (const SilenceMatcher &matcher : silence->matchers)
        matchers += oneLine(matcherText(matcher), matcherLength);
    m_matchers->setText(matchers.join(QLatin1Char('\n')));
    const QString left = silence->state == SilenceState::Expired ? QString() : QStringLiteral(", ") + tr("in %1").arg(text::duration(silence->endsAt - now));
    m_facts->setRows({ { tr("Made by"), oneLine(silence->createdBy, 120) }, { tr("From"), text::dateTime(silence->startsAt, utc), true },
        { tr("Until"), text::dateTime(silence->endsAt, utc) + left, true }, { tr("Changed"), text::dateTime(silence->updatedAt, utc), true },
        { tr("Alertmanager"), oneLine(silence->sources.join(QStringLiteral(", ")), 200) } });
    const auto caught = caughtBy(*silence, m_desk.snapshot());
    m_caught->setVisible(silence->state != SilenceState::Expired);
    m_caught->showAlerts(caught, caught.empty() ? tr("no alert now") : tr("%n alerts now", nullptr, int(caught.size())));
    check();
}

QString SilenceDetail::whyNot() const
{
    return m_busy ? tr("being sent") : whyReadOnly(m_console);
}

void SilenceDetail::check()
{
    const bool over = m_silence && m_silence->state == SilenceState::Expired;
    m_edit->setVisible(!over);
    m_expire->setVisible(!over);
    m_again->setVisible(over);
    const QString why = whyNot();
    m_expire->setEnabled(why.isEmpty());
    m_expire->setAccessibleDescription(why);
    setPlainToolTip(m_expire, why);
    m_note->setText(over ? QString() : why.isEmpty() ? tr("An ended silence can be made again.") : tr("Ending it: %1").arg(why));
    m_note->setVisible(!m_note->text().isEmpty());
}

void SilenceDetail::expire()
{
    if (!m_silence || !whyNot().isEmpty())
        return;
    m_busy = true;
    m_wrong->hide();
    check();
    m_desk.expireSilence(m_silence->sources.value(0), m_silence->id, this, [this, was = *m_silence](const Result<SilenceWritten> &written) {
        m_busy = false;
        m_wrong->setVisible(!written);
        m_wrong->setText(written ? QString() : text::of(written.error()));
        check();
        if (written)
            Q_EMIT expired(was);
    });
}

} // namespace lepto
