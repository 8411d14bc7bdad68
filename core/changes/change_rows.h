#pragma once

#include "core/changes/change.h"

#include <QSqlQuery>
#include <QVariantList>

namespace lepto {

/// The columns of change_event in the order of changeValues(), without removed_ms.
extern const QString changeColumns;

Change changeOf(const QSqlQuery &row);
QVariantList changeValues(const Change &change);
/// A name for a change whose source gives none: the same content has the same name.
QString contentId(const Change &change);

} // namespace lepto
