#pragma once

#include "ml/base/series.h"

#include <QJsonObject>
#include <QString>

namespace lepto {

/// What a bundle says about itself.
struct BundleManifest {
    QString name; ///< the creator's words, plain text
    QString toolVersion;
    TimeMs created = 0;
    TimeMs from = 0, to = 0; ///< of the samples
    qint64 series = 0, samples = 0, documents = 0;
    QString sha256; ///< hex, over the whole file without its seal; not part of the JSON

    QJsonObject toJson() const;
    static BundleManifest fromJson(const QJsonObject &json);
};

} // namespace lepto
