#include "core/base/save_file.h"

#include "core/base/text.h"
#include "ml/base/atomic_file.h"

#include <QFileInfo>

namespace lepto {

Result<void> saveFile(const QString &path, const QByteArray &bytes)
{
    const QFileInfo there(path);
    const QString target = there.isSymLink() ? there.symLinkTarget() : path;
    const std::string_view whole(bytes.constData(), std::size_t(bytes.size()));
    return ml::writeFileAtomically(utf8(target), { &whole, 1 });
}

} // namespace lepto
