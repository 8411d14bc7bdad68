#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace lepto::house {

/// The files that belong to the project, as paths from its root: what git tracks, or where there is no git what lies in its
/// folders.
QStringList trackedFiles(const QString &root);

/// Of those, the C++ and CUDA files of the four layers (ml, core, ui, app).
QStringList layeredSources(const QString &root);

QByteArray contentOf(const QString &root, const QString &file);

} // namespace lepto::house
