#pragma once

#include "ml/base/result.h"

#include <QString>

#include <memory>
#include <string>
#include <vector>

namespace lepto {

/// One metric as the page shows it at this moment; the series of a counter by label are added up.
struct SelfReading {
    std::string metric;
    double value = 0;                    ///< of a counter or gauge; of a histogram the sum
    struct Bucket {
        double upper = 0, count = 0;     ///< cumulative, as on the page; the last `upper` is infinite
    };
    std::vector<Bucket> buckets;         ///< of a histogram, else empty
};

/// The console's own numbers as a Prometheus page on 127.0.0.1, so that it can be watched like everything else.
/// All functions are thread-safe, cheap (tens of nanoseconds) and safe before, during and after the page is up.
/// The page carries no names of series, services or people.
class SelfMetrics {
public:
    SelfMetrics();
    ~SelfMetrics();                      ///< returns at once; the server winds down (about 2 s) in its own thread

    /// Opens the page without blocking; port 0 picks a free one. A taken port falls back to the next free one. Twice is once.
    void listen(int port);
    /// Port in use, 0 while none is.
    int port() const;
    /// One sentence when the page is not where it was asked to be, else empty.
    QString problem() const;
    /// Waits until listen() has succeeded or failed; for tests and the command line.
    bool waitForListening(int timeoutMs) const;

    /// What the page would say now.
    std::vector<SelfReading> read() const;

    void frame(double seconds);                          ///< one painted frame
    void stalled(double seconds);                        ///< one event that held the window's thread longer than it may
    void ingested(qint64 samples);
    void stored(double seconds);                         ///< one batch, from the source's hand to durable
    void writerQueue(qint64 samples, qint64 refused);    ///< samples that wait; samples refused since the start
    void scraped(bool good, double seconds);
    void query(double seconds);                          ///< one PromQL evaluation or store query
    void storeSize(qint64 bytes, qint64 series, qint64 samples);
    void detectorRound(double seconds);                  ///< one evaluation of all rules and detectors
    void detectorLag(double seconds);                    ///< from the moment that is judged to its scores
    enum class Job { Done, Failed, Cancelled };
    void job(const char *kind, Job how);                 ///< kind: a literal such as "train", "export"
    void jobsRunning(int count);

private:
    struct State;
    std::shared_ptr<State> m_state;                      ///< shared with the thread that builds and destroys the server
};

} // namespace lepto
