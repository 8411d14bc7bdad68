#pragma once

#include "core/sources/exposition_lexer.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace lepto {

/// What strict OpenMetrics asks of one metric family: names, types, values, order of groups. Used by the linter only.
class MetricFamily {
public:
    enum class Type { Unknown, Counter, Gauge, Summary, Histogram, GaugeHistogram, Info, StateSet };

    explicit MetricFamily(std::string name) : m_name(std::move(name)) {}

    const std::string &name() const { return m_name; }
    bool hasSamples() const { return m_hasSamples; }
    /// Names that samples of this family may have.
    std::set<std::string> sampleNames() const;
    /// Suffix of a sample that belongs to the family; nothing for another's.
    std::optional<std::string_view> suffixOf(std::string_view sampleName) const;

    /// Each answers what is wrong, nothing when all is well.
    std::optional<std::string> setMetadata(ExpositionLine::Kind kind, std::string_view text);
    std::optional<std::string> add(const ExpositionLine &line, std::string_view suffix);
    std::optional<std::string> finish();

private:
    struct Group {
        std::optional<double> lastTime;
        bool timed = false;
        std::set<std::string> series;          ///< at the present time
        std::map<std::string, double> values;  ///< last value by suffix, or by le
        double lastLe = 0, lastCount = 0;
        bool hasBucket = false, hasInf = false, hasNegativeLe = false, native = false;
        std::optional<double> inf, count, sum;
    };

    std::optional<std::string> checkLabels(const ExpositionLine &line, std::string_view suffix);
    std::optional<std::string> checkValue(const ExpositionLine &line, std::string_view suffix) const;
    std::optional<std::string> checkExemplar(const ExpositionLine &line, std::string_view suffix) const;
    std::optional<std::string> enterGroup(const ExpositionLine &line);
    std::optional<std::string> checkTime(const ExpositionLine &line);
    std::optional<std::string> addBucket(const ExpositionLine &line);
    std::optional<std::string> finishGroup();
    bool isHistogram() const { return m_type == Type::Histogram || m_type == Type::GaugeHistogram; }
    std::string_view ownLabel() const;

    std::string m_name;
    Type m_type = Type::Unknown;
    std::set<ExpositionLine::Kind> m_metadata;
    bool m_hasSamples = false;
    bool m_hasUnit = false;
    std::string m_groupKey;
    std::set<std::string> m_doneGroups;
    Group m_group;
};

} // namespace lepto
