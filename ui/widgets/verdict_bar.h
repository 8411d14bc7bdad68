#pragma once

#include "core/incidents/incident.h"

#include <QWidget>

#include <array>

class QPushButton;

namespace lepto {

/// The five verdicts as buttons with their key; the one that was given stays pressed.
class VerdictBar : public QWidget {
    Q_OBJECT
public:
    explicit VerdictBar(QWidget *parent = nullptr);
    void setVerdict(Verdict verdict);
    Verdict verdict() const { return m_verdict; }

Q_SIGNALS:
    void given(lepto::Verdict verdict);

protected:
    void changeEvent(QEvent *event) override;

private:
    void say();
    std::array<QPushButton *, 5> m_buttons {};
    Verdict m_verdict = Verdict::None;
};

} // namespace lepto
