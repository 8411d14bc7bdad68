#pragma once

#include "core/settings/setting_table.h"

#include <QString>

namespace lepto::text {

QString settingDoc(const SettingInfo &setting);              ///< its meaning, in the user's language
QString settingChoice(const QString &choice);                ///< "dark" -> "Dark"; an unknown one as it is

} // namespace lepto::text
