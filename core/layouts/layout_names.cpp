#include "core/layouts/layout_names.h"

#include <QCoreApplication>

#include <array>

namespace lepto {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Layout)
};

constexpr std::array panelKinds { "chart", "number", "gauge", "heatmap", "table" };
constexpr std::array variableKinds { "query", "custom", "interval", "datasource", "constant", "textbox" };
constexpr std::array noteCodes { "panel-type", "library-panel", "not-prometheus", "no-query", "syntax", "variable-kind", "repeat", "transformation", "unknown-unit", "too-many" };

template <typename Enum, std::size_t N>
std::optional<Enum> find(const std::array<const char *, N> &words, const QString &name)
{
    for (std::size_t i = 0; i < N; ++i) {
        if (name == QLatin1String(words[i]))
            return Enum(i);
    }
    return std::nullopt;
}

} // namespace

QString nameOf(LayoutPanel::Kind kind) { return QLatin1String(panelKinds[std::size_t(kind)]); }
QString nameOf(LayoutVariable::Kind kind) { return QLatin1String(variableKinds[std::size_t(kind)]); }
QString nameOf(LayoutNote::Code code) { return QLatin1String(noteCodes[std::size_t(code)]); }
std::optional<LayoutPanel::Kind> panelKindOf(const QString &name) { return find<LayoutPanel::Kind>(panelKinds, name); }
std::optional<LayoutVariable::Kind> variableKindOf(const QString &name) { return find<LayoutVariable::Kind>(variableKinds, name); }
std::optional<LayoutNote::Code> noteCodeOf(const QString &name) { return find<LayoutNote::Code>(noteCodes, name); }

QString sentenceOf(const LayoutNote &note)
{
    using Code = LayoutNote::Code;
    switch (note.code) {
    case Code::PanelType: return Words::tr("panels of the type %1 are not drawn here").arg(note.detail);
    case Code::LibraryPanel: return Words::tr("it lies in Grafana's library (%1), the dashboard has only a link").arg(note.detail);
    case Code::NotPrometheus: return Words::tr("its data source is %1, not Prometheus").arg(note.detail);
    case Code::NoQuery: return Words::tr("it has no query");
    case Code::Syntax: return Words::tr("a query is not PromQL: %1").arg(note.detail);
    case Code::VariableKind: return Words::tr("variables of the type %1 are not known here").arg(note.detail);
    case Code::Repeat: return Words::tr("it is shown once, not repeated for each value of %1").arg(note.detail);
    case Code::Transformation: return Words::tr("transformations are left out: %1").arg(note.detail);
    case Code::UnknownUnit: return Words::tr("the unit %1 is shown as it is").arg(note.detail);
    case Code::TooMany: return Words::tr("the dashboard has more than %1 of them; the rest is left out").arg(note.detail);
    }
    return {};
}

} // namespace lepto
