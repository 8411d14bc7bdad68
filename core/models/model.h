#pragma once

#include "ml/base/series.h"

#include <QJsonObject>
#include <QMetaType>
#include <QString>
#include <QStringList>

#include <vector>

namespace lepto {

enum class ModelStage : quint8 { Candidate, Active, Retired, Refused };

/// One version of a trained model in the registry.
struct ModelVersion {
    QString name;                     ///< what it watches, e.g. "ae-checkout"
    int version = 0;
    ModelStage stage = ModelStage::Candidate;
    QString file, sha256, signature, keyFingerprint;
    QString arch;                     ///< "autoencoder"
    QString device;                   ///< "cpu" or the GPU's name
    QStringList series;               ///< canonical label texts, in column order
    TimeMs trainedAt = 0, dataFrom = 0, dataTo = 0;
    QJsonObject metrics;              ///< evaluation, beside the baseline's: {"vus_pr":..,"baseline_vus_pr":..,...}
    QString refusedBecause;           ///< for Refused: "file hash differs"
};

/// A training job as the Training page shows it.
struct TrainingJob {
    enum class State : quint8 { Queued, Exporting, Running, Evaluating, Done, Failed, Cancelled, Interrupted };
    QString id, name;
    State state = State::Queued;
    QString device, reason;
    int epoch = 0, epochs = 0;
    std::vector<double> trainLoss, validLoss;  ///< one a finished epoch
    double secondsLeft = -1;
    TimeMs startedAt = 0, heartbeat = 0;
    QJsonObject result;
};

} // namespace lepto

Q_DECLARE_METATYPE(lepto::ModelVersion)
Q_DECLARE_METATYPE(lepto::TrainingJob)
