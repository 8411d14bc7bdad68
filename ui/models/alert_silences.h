#pragma once

#include "core/alerts/alert.h"
#include "ui/models/cell_model.h"

namespace lepto {

enum class SilenceShown : quint8 { Current, Expired };

/// Silences as rows; key is the id.
class SilenceModel : public CellModel {
    Q_OBJECT
public:
    explicit SilenceModel(QObject *parent = nullptr);
    static constexpr int most = 500;

    void say();
    void show(const AlertSnapshot &snapshot, SilenceShown which, const QString &words, TimeMs now, bool utc);
    int passed() const { return m_passed; }        ///< silences that fit, of which `most` are shown

private:
    int m_passed = 0;
};

/// The alerts that a silence catches now: of an active one what the servers say, of a pending one what its matchers would.
std::vector<const Alert *> caughtBy(const Silence &silence, const AlertSnapshot &snapshot);

} // namespace lepto
