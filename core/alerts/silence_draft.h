#pragma once

#include "core/alerts/alert.h"

#include <optional>

namespace lepto {

/// A silence that is to be made.
struct SilenceDraft {
    std::vector<SilenceMatcher> matchers;
    TimeMs startsAt = 0;              ///< 0: at once
    TimeMs endsAt = 0;                ///< or, where it is 0:
    qint64 durationMs = 0;            ///< from the start; counted on the server's clock
    QString createdBy, comment;
    bool evenIfAll = false;           ///< the explicit yes to a silence of nearly everything
};

/// What is to be different about a silence; what is absent stays.
struct SilenceEdit {
    std::optional<std::vector<SilenceMatcher>> matchers;
    std::optional<TimeMs> startsAt, endsAt;
    std::optional<qint64> durationMs; ///< from now, instead of endsAt
    std::optional<QString> comment;
    bool evenIfReplaced = false;      ///< yes to a new id: Alertmanager ends the old silence and makes another
    bool evenIfAll = false;
    bool isEmpty() const { return !matchers && !startsAt && !endsAt && !durationMs && !comment; }
};

/// What became of a change.
struct SilenceWritten {
    QString id;                       ///< as the server answered
    bool replaced = false;            ///< another id than before: the old silence has ended
    QString problem;                  ///< it is done, but its outcome could not be recorded
};

/// What a set of matchers would do now.
struct SilencePreview {
    std::vector<Alert> alerts;        ///< those that match
    qint64 total = 0;                 ///< of how many
    bool matchesEmpty = false;        ///< holds without any label: Alertmanager refuses it
    bool nearlyAll = false;           ///< needs the explicit yes
};

/// Errors: BadInput of a regular expression.
Result<SilencePreview> previewSilence(const std::vector<SilenceMatcher> &matchers, const std::vector<Alert> &alerts);

/// Errors: BadInput (no matcher, no comment, no creator, no or a past end), Refused (matches nearly everything without a yes).
Result<void> checkDraft(const SilenceDraft &draft, TimeMs now);
Result<void> checkMatchers(const std::vector<SilenceMatcher> &matchers, bool evenIfAll);

/// The silence after the edit, its times by the server's clock `now`.
Silence edited(const Silence &before, const SilenceEdit &edit, TimeMs now);
/// Why Alertmanager will not change this silence in place but make another with a new id; empty: the id stays. As Alertmanager's
/// canUpdate decides it: same matchers, and of a running silence the same start to the second.
QString reasonForNewId(const Silence &before, const Silence &after, TimeMs now);

/// "90m", "2h", "1d12h", "1w" as milliseconds. Errors: BadInput.
Result<qint64> silenceSpan(const QString &text);

} // namespace lepto
