#pragma once

#include <QObject>
#include <QString>

namespace lepto {

/// One finished step of a connection test.
struct TestStep {
    enum class Code { Address, Name, Connect, Tls, Access, Answer, Kind, Clock, Selection, FirstSeries, Alerts };
    enum class How { Good, Warning, Failed, Skipped };
    Code code = Code::Address;
    How how = How::Good;
    qint64 ms = 0;
    QString words;                    ///< one sentence, plain text
};

/// "address", "name", "connect", "tls", "access", "answer", "kind", "clock", "selection", "series", "alerts".
QString testStepText(TestStep::Code code);

/// Goes the way to a source step by step, on any values, saved or not; only reads. Steps that a kind does not have are left out,
/// the first failed step ends the test. Lives in one thread; may be destroyed at any moment.
class SourceTest : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    virtual void start() = 0;         ///< twice is once

Q_SIGNALS:
    void stepFinished(const lepto::TestStep &step);
    void finished(bool good);

protected:
    using Code = TestStep::Code;
    using How = TestStep::How;
};

} // namespace lepto

Q_DECLARE_METATYPE(lepto::TestStep)
