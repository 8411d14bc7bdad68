#pragma once

#include <QString>

namespace lepto {

class Theme;

/// The application's style sheet in the theme's colours. No font sizes in it; fonts come from Theme::font.
QString styleSheet(const Theme &theme);

} // namespace lepto
