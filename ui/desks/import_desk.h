#pragma once

#include "core/files/file_import.h"

#include <QObject>

namespace lepto {

/// What a path holds, before anything is stored.
struct ImportPreview {
    QString path, source; ///< `source`: the label that its series would get
    FileKind kind = FileKind::Csv;
    qint64 bytes = 0; ///< of a file; 0 for a folder
    std::optional<CsvPreview> csv; ///< the first rows of a table
    QStringList lines; ///< the first lines of a text of metrics
};

/// Files into the history: look first, then import with progress. In the manner of Console: GUI thread, requests return at once.
/// One import at a time.
class ImportDesk : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    template <typename T>
    using Answer = std::function<void(Result<T>)>;

    /// Errors: those of detectFileKind and of a table that cannot be understood; Refused while a bundle is open.
    virtual void preview(const QString &path, const CsvHints &hints, QObject *context, Answer<ImportPreview> answer) = 0;
    virtual void start(const QStringList &paths, const ImportOptions &options) = 0;
    virtual void cancel() = 0; ///< what is stored by then stays
    virtual bool running() const = 0;

Q_SIGNALS:
    void progressed(double fraction);
    void imported(const lepto::ImportReport &report);
    void failed(const lepto::Error &error);
    void finished();
};

} // namespace lepto
