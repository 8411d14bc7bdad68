#pragma once

#include "core/settings/setting_table.h"

#include <QString>

namespace lepto::text {

QString settingDoc(const SettingInfo &setting);              ///< its meaning, in the user's language
QString settingUnit(const QString &key);                     ///< "MiB", "days"; empty for a pure number or a text
QString settingValue(const SettingInfo &setting, const QVariant &value); ///< "8,192 MiB", "off", "Dark"
QString settingRange(const SettingInfo &setting);            ///< "1 to 3,650 days, default 14 days"
QString settingChoice(const QString &choice);                ///< "dark" -> "Dark"; an unknown one as it is

} // namespace lepto::text
