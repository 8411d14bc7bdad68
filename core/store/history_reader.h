#pragma once

#include "core/store/fine_cache.h"
#include "core/store/history_state.h"
#include "core/store/read_pool.h"

#include <functional>
#include <shared_mutex>

namespace lepto {

/// The reading half of the store. Alone it follows another process's collector, or reads a bundle that never changes.
/// A read takes the head first and the chunk rows after it: what is sealed in between is then in both and dropped once.
class HistoryReader : public Store {
public:
    enum class Source { Following, Frozen };
    /// Errors: NotFound, Damaged, Refused (newer schema), Unavailable.
    static Result<std::unique_ptr<Store>> open(const QString &file, Source source, int applicationId);

    Result<std::vector<SeriesId>> append(std::span<const LabelledSample> batch) override;
    Result<std::vector<SeriesInfo>> select(
        std::span<const Matcher> matchers, TimeMs from, TimeMs to, std::size_t limit) const override;
    std::optional<SeriesInfo> series(SeriesId id) const override;
    std::optional<SeriesId> find(const Labels &labels) const override;
    Result<std::vector<Sample>> range(SeriesId id, TimeMs from, TimeMs to) const override;
    Result<std::vector<HistogramSample>> histogramRange(SeriesId id, TimeMs from, TimeMs to) const override;
    Result<Columns> columns(SeriesId id, TimeMs from, TimeMs to, int columns) const override;
    std::optional<Sample> last(SeriesId id) const override;
    Cardinality cardinality(std::size_t top) const override;
    std::vector<std::string> labelNames() const override;
    std::vector<std::string> labelValues(std::string_view name, std::size_t limit) const override;
    Result<void> maintain(TimeMs keepFrom, const std::function<bool(double)> &progress) override;
    Result<void> check() const override;
    Result<void> backup(const QString &file) const override;
    StoreStats stats() const override;

protected:
    enum class Role { Writer, Follower, Frozen };
    HistoryReader(const QString &file, Role role);

    mutable std::shared_mutex m_mutex; ///< guards m_state
    mutable HistoryState m_state;
    QString m_file;

private:
    struct HeadSamples {
        std::vector<Sample> samples;
        TimeMs first = 0;
    };
    Result<ReadPool::View> view() const;
    Result<ReadPool::View> view(const std::function<void()> &copyHead) const;
    void copyHead(SeriesId id, TimeMs from, TimeMs to, HeadSamples &head) const;
    enum class Touch { None, Perhaps, Certain };
    Touch touched(SeriesId id, TimeMs from, TimeMs to) const; ///< m_mutex is held
    Result<bool> hasSamples(SeriesId id, TimeMs from, TimeMs to) const;
    std::shared_lock<std::shared_mutex> currentState() const;
    Error refused() const;

    Role m_role;
    mutable ReadPool m_pool;
    mutable FineCache m_fine;
};

} // namespace lepto
