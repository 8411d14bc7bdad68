#pragma once

#include "ml/base/series.h"

#include <QByteArray>
#include <QJsonObject>
#include <QMetaType>
#include <QString>

namespace lepto {

struct AuditEntry {
    qint64 seq = 0;
    TimeMs at = 0;
    QString actor, type, subject;     ///< e.g. "mara", "run.approve", "plan 7d1e"
    QJsonObject detail;
    QByteArray leafHash;              ///< 32 bytes
};

struct AuditVerdict {
    enum class Code : quint8 { Verified, Unverified, Broken };
    Code code = Code::Unverified;     ///< Unverified: sound inside, but no anchor outside the database confirms the head
    qint64 entries = 0, firstBad = -1;
    QByteArray root;
    QString reason;                   ///< one sentence
};

} // namespace lepto

Q_DECLARE_METATYPE(lepto::AuditVerdict)
