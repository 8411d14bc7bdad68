#pragma once

#include "ml/base/series.h"

#include <QMetaType>
#include <QString>
#include <QStringList>

#include <vector>

namespace lepto {

/// Something that was changed on purpose: a deployment, a switched flag, a maintenance. Drawn as a marker over charts, or as a
/// stretch where it has an end. Title, text, tags and labels are untrusted plain text.
struct Change {
    qint64 id = 0;                 ///< shown as CHG-id; 0: not stored yet
    TimeMs from = 0, to = 0;       ///< to 0: one moment
    QString title, text;
    QStringList tags;
    Labels labels;                 ///< what it concerns; `service` is the one the console itself looks at
    QString source;                ///< name of the source, "webhook", "file", or ownChanges
    QString externalId;            ///< the source's own name of it; (source, externalId) is taken once
    QString url;                   ///< http or https, or empty
    QString author;
    TimeMs takenAt = 0;            ///< when this console learnt of it in this form

    friend bool operator==(const Change &, const Change &) = default;
};

/// The source of changes that were entered here; only these may be removed here.
inline const QString ownChanges = QStringLiteral("console");

/// How large the parts of a change may be; longer ones are cut when they come from a source and refused when entered.
namespace change_limit {
inline constexpr int title = 300, text = 8000, tags = 32, tag = 120, labels = 32, url = 2000, externalId = 200;
} // namespace change_limit

} // namespace lepto

Q_DECLARE_METATYPE(lepto::Change)
Q_DECLARE_METATYPE(std::vector<lepto::Change>)
