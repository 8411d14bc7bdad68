#include "core/audit/anchor_file.h"

#include "core/base/save_file.h"
#include "core/base/text.h"

#include <QCoreApplication>
#include <QFile>

namespace lepto {

bool AnchorFile::exists() const
{
    return !m_path.isEmpty() && QFile::exists(m_path);
}

Result<Checkpoint> AnchorFile::read(const QByteArray &publicKey) const
{
    if (!exists())
        return Error { ErrorCode::NotFound, utf8(m_path),
            utf8(QCoreApplication::translate("AnchorFile", "there is no anchor file")) };
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly))
        return Error { ErrorCode::Unavailable, utf8(m_path), utf8(file.errorString()) };
    const QByteArray bytes = file.read(2000);
    const QString note = QString::fromUtf8(bytes);
    auto head = Checkpoint::open(note, publicKey);
    if (!head)
        return Error { ErrorCode::Damaged, utf8(m_path), head.error().reason };
    if (note.toUtf8() != bytes)
        return Error { ErrorCode::Damaged, utf8(m_path),
            utf8(QCoreApplication::translate("AnchorFile", "the text is not UTF-8")) };
    return head;
}

Result<void> AnchorFile::write(const QString &note) const
{
    return saveFile(m_path, note.toUtf8());
}

} // namespace lepto
