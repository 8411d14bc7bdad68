#pragma once

#include "core/layouts/layout.h"

namespace lepto {

/// The words under which these codes are stored and printed. Not for display.
QString nameOf(LayoutPanel::Kind kind);
QString nameOf(LayoutVariable::Kind kind);
QString nameOf(LayoutNote::Code code);
/// Empty where the word is unknown.
std::optional<LayoutPanel::Kind> panelKindOf(const QString &name);
std::optional<LayoutVariable::Kind> variableKindOf(const QString &name);
std::optional<LayoutNote::Code> noteCodeOf(const QString &name);

/// The reason of a note as one sentence for people.
QString sentenceOf(const LayoutNote &note);

} // namespace lepto
