#include "ui/widgets/silence_form.h"

#include "core/alerts/matcher_parser.h"
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
#include <QKeyEvent>
#include <QLineEdit>

#include <algorithm>

namespace lepto {

namespace {

constexpr int mostLabels = 16;

QString withoutBraces(const std::vector<SilenceMatcher> &matchers)
{
    const QString text = matchersText(matchers);
    return text.mid(1, text.size() - 2);
}

bool isExactly(const SilenceMatcher &matcher, const QString &name, const QString &value)
{
    return matcher.name == name && matcher.value == value && matcher.isEqual && !matcher.isRegex;
}

} // namespace

void SilenceForm::begin(const Labels &labels, const QString &source)
{
    m_edited.reset();
    std::vector<SilenceMatcher> matchers;
    for (const auto &[name, value] : labels.pairs())
        matchers.push_back({ qstr(name), qstr(value) });
    m_comment->clear();
    start(labels, source, matchers);
    (labels.empty() ? m_text : m_comment)->setFocus(Qt::OtherFocusReason);
}

void SilenceForm::beginEdit(const Silence &silence)
{
    m_edited = silence;
    m_comment->setText(silence.comment);
    start({}, silence.sources.value(0), silence.matchers);
    m_endBefore = momentText(silence.endsAt, m_time.utc());
    m_end->setText(m_endBefore);
    m_end->setFocus(Qt::OtherFocusReason);
}

void SilenceForm::beginAgain(const Silence &silence)
{
    m_edited.reset();
    m_comment->setText(silence.comment);
    start({}, silence.sources.value(0), silence.matchers);
    m_end->setFocus(Qt::OtherFocusReason);
}

void SilenceForm::start(const Labels &labels, const QString &source, const std::vector<SilenceMatcher> &matchers)
{
    m_busy = false;
    m_wrong->hide();
    m_evenIfAll->setChecked(false);
    m_evenIfReplaced->setChecked(false);
    m_startName->setVisible(!m_edited);
    m_start->setVisible(!m_edited);
    m_start->clear();
    m_endBefore.clear();
    m_end->setText(QStringLiteral("2h"));
    m_text->setText(matchers.empty() ? QString() : withoutBraces(matchers));
    m_text->setCursorPosition(0);
    m_comment->setCursorPosition(0);
    showLabels(labels);
    showSources(source);
    retranslate();
    preview();
}

void SilenceForm::showSources(const QString &wanted)
{
    QStringList names = alertmanagersOf(m_desk.snapshot());
    if (m_edited)
        names = { m_edited->sources.value(0) };
    const QString before = wanted.isEmpty() ? source() : wanted;
    const QSignalBlocker quiet(m_source);
    QStringList shown;
    for (int i = 0; i < m_source->count(); ++i)
        shown += m_source->itemData(i).toString();
    if (shown != names) {
        m_source->clear();
        for (const QString &name : names)
            m_source->addItem(oneLine(name, 60), name);
    }
    m_source->setCurrentIndex(std::max(0, m_source->findData(before)));
    m_source->setVisible(names.size() > 1);
    m_sourceName->setVisible(names.size() > 1);
}

void SilenceForm::showLabels(const Labels &labels)
{
    qDeleteAll(m_ticks);
    m_ticks.clear();
    for (const auto &[name, value] : labels.pairs()) {
        if (int(m_ticks.size()) == mostLabels)
            break;
        const QString label = qstr(name), is = qstr(value);
        auto *box = new QCheckBox(plainButtonText(oneLine(label, 40) + QStringLiteral(" = ") + oneLine(is, 40)));
        box->setObjectName(QStringLiteral("silenceLabel"));
        box->setProperty("matcher", QStringList { label, is });
        setPlainToolTip(box, oneLine(is, 400));
        connect(box, &QCheckBox::clicked, this, [this, label, is](bool on) { tick(label, is, on); });
        m_labels->addWidget(box);
        m_ticks.push_back(box);
    }
    m_labelsName->setVisible(!m_ticks.empty());
}

void SilenceForm::tick(const QString &name, const QString &value, bool on)
{
    std::vector<SilenceMatcher> matchers = m_matchers ? *m_matchers : std::vector<SilenceMatcher>();
    std::erase_if(matchers, [&](const SilenceMatcher &matcher) { return matcher.name == name && (on || isExactly(matcher, name, value)); });
    if (on)
        matchers.push_back({ name, value });
    m_text->setText(matchers.empty() ? QString() : withoutBraces(matchers));
}

void SilenceForm::readMatchers()
{
    const QString typed = m_text->text().trimmed();
    m_matchers = typed.isEmpty() ? Result<std::vector<SilenceMatcher>>(std::vector<SilenceMatcher>()) : parseMatchers(typed);
    for (QCheckBox *box : m_ticks) {
        const QStringList is = box->property("matcher").toStringList();
        box->setChecked(m_matchers && std::ranges::any_of(*m_matchers, [&](const SilenceMatcher &m) { return isExactly(m, is[0], is[1]); }));
    }
    m_found.reset();
    m_problem->setVisible(!m_matchers);
    m_problem->setText(m_matchers ? QString() : qstr(m_matchers.error().reason));
    m_soon.start();
    check();
}

void SilenceForm::preview()
{
    m_soon.stop();
    m_found.reset();
    if (m_matchers && !m_matchers->empty()) {
        std::vector<Alert> alerts;
        for (const Alert &alert : m_desk.snapshot().alerts) {
            if (alert.sources.contains(source()))
                alerts.push_back(alert);
        }
        if (auto found = previewSilence(*m_matchers, alerts))
            m_found = *std::move(found);
    }
    m_found ? m_preview->show(*m_found) : m_preview->showNothing();
    m_evenIfAll->setVisible(m_found && m_found->nearlyAll && !m_found->matchesEmpty);
    check();
}

QString SilenceForm::source() const
{
    return m_source->currentData().toString();
}

SilenceDraft SilenceForm::draft() const
{
    SilenceDraft draft;
    const TimeMs now = m_console.state().now;
    if (m_matchers)
        draft.matchers = *m_matchers;
    if (const auto end = silenceEnd(m_end->text(), now, m_time.utc())) {
        draft.endsAt = end->endsAt;
        draft.durationMs = end->durationMs;
    }
    if (const auto begin = silenceStart(m_start->text(), now, m_time.utc()))
        draft.startsAt = *begin;
    draft.createdBy = m_console.state().user;
    draft.comment = m_comment->text().trimmed();
    draft.evenIfAll = m_evenIfAll->isChecked();
    return draft;
}

SilenceEdit SilenceForm::edit() const
{
    SilenceEdit edit;
    const SilenceDraft now = draft();
    if (now.matchers != m_edited->matchers)
        edit.matchers = now.matchers;
    if (now.comment != m_edited->comment)
        edit.comment = now.comment;
    if (m_end->text() != m_endBefore) {
        if (now.endsAt != 0)
            edit.endsAt = now.endsAt;
        else
            edit.durationMs = now.durationMs;
    }
    edit.evenIfAll = m_evenIfAll->isChecked();
    edit.evenIfReplaced = m_evenIfReplaced->isChecked();
    return edit;
}

QString SilenceForm::whyNewId() const
{
    if (!m_edited || !m_matchers)
        return {};
    const TimeMs now = m_console.state().now;
    return reasonForNewId(*m_edited, edited(*m_edited, edit(), now), now);
}

void SilenceForm::send()
{
    preview(); // what is sent was looked at as it is
    if (!whyNot().isEmpty())
        return;
    m_busy = true;
    m_wrong->hide();
    check();
    const auto answer = [this](Result<SilenceWritten> written) { answered(written); };
    if (m_edited)
        m_desk.editSilence(source(), m_edited->id, edit(), this, answer);
    else
        m_desk.createSilence(source(), draft(), this, answer);
}

void SilenceForm::answered(const Result<SilenceWritten> &answer)
{
    m_busy = false;
    m_wrong->setVisible(!answer);
    m_wrong->setText(answer ? QString() : text::of(answer.error()));
    check();
    if (answer)
        Q_EMIT written(*answer, m_edited.has_value());
}

void SilenceForm::renew()
{
    if (!isVisible())
        return;
    showSources({});
    preview();
}

void SilenceForm::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Escape)
        Q_EMIT left();
    else if (enter && event->modifiers().testFlag(Qt::ControlModifier))
        send();
    else
        QFrame::keyPressEvent(event);
}

} // namespace lepto
