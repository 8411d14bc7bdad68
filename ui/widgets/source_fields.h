#pragma once

#include "ui/widgets/source_form.h"

namespace lepto {

/// Whether a kind of source has a field at all.
bool hasField(SourceConfig::Kind kind, SourceForm::Field field);
/// Fields that stand under "More": seldom needed.
bool isSeldom(SourceForm::Field field);
/// "X-Scope-OrgID: shop; Accept: text" and back; `separator` between name and value. What has no separator is an empty name, which is refused.
QString pairsText(const QMap<QString, QString> &pairs, QChar separator);
QMap<QString, QString> pairsFrom(const QString &text, QChar separator);
/// How an address of the kind looks, for an empty field.
QString addressExample(SourceConfig::Kind kind);

} // namespace lepto
