#pragma once

#include "core/base/severity.h"
#include "ml/base/series.h"

#include <QMetaType>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace lepto {

/// One query of a panel. `expr` is PromQL that may still name variables of the layout ($job, ${job:regex}, [[job]], $__rate_interval, ...);
/// see resolveExpr(). All texts are untrusted.
struct LayoutQuery {
    QString expr;
    QString legend;                ///< template of a series' name: "{{instance}} up"; empty: its labels
    bool instant = false;          ///< one value at the end of the range instead of a line
};

struct LayoutThreshold {
    double at = 0;                 ///< in the panel's unit; the first of a list may be -infinity: from the start
    Severity severity = Severity::Info;
};

/// One rectangle of a layout.
struct LayoutPanel {
    enum class Kind { Chart, Number, Gauge, Heatmap, Table };
    enum class Y { Linear, Logarithmic };
    QString title, description;
    Kind kind = Kind::Chart;
    std::vector<LayoutQuery> queries;
    QString unit;                  ///< as in health signals: "seconds", "ratio", "bytes", "bytes/s", "1/s", ""; else the dashboard's own word
    double unitScale = 1;          ///< multiply a value with this to have it in `unit` (percent 0.01, ms 0.001, bits 0.125)
    Y y = Y::Linear;
    bool stacked = false;
    std::optional<double> min, max; ///< of the axis, in the dashboard's unit (before unitScale)
    std::vector<LayoutThreshold> thresholds; ///< ascending, before unitScale
    int width = 12, height = 8;    ///< of 24 columns; rows of about 30 pixels
    QString repeatedBy;            ///< name of the variable whose values the dashboard makes one panel each of
};

struct LayoutRow {
    QString title;                 ///< empty: panels above the first row
    bool collapsed = false;
    std::vector<LayoutPanel> panels;
};

/// A named value that the queries use.
struct LayoutVariable {
    enum class Kind { Query, Custom, Interval, Datasource, Constant, Text };
    QString name, label;
    Kind kind = Kind::Query;
    QString definition;            ///< of Query: label_values(...) as written; of others: the list
    QString regex;                 ///< of Query: "/([^:]+):.*/", picks a part of each value
    QString value;                 ///< in force; several are joined with '|'; empty: everything
    QStringList options;           ///< known values
    bool multi = false;            ///< `value` is a regular expression of several values
    QString allValue;              ///< the dashboard's own regular expression for everything
};

/// What of a dashboard could not be taken over, and why.
struct LayoutNote {
    enum class Code { PanelType, LibraryPanel, NotPrometheus, NoQuery, Syntax, VariableKind, Repeat, Transformation, UnknownUnit, TooMany };
    Code code = Code::PanelType;
    QString where;                 ///< the panel's or variable's title
    QString detail;                ///< the type, the expression, the place of the error: plain text
};

/// A page of charts for Explore: rows of panels with their queries. A value.
struct ExploreLayout {
    qint64 id = 0;                 ///< 0: not stored
    QString title;
    QString origin;                ///< "grafana:UID" or "file:NAME"; importing the same again replaces it
    QStringList tags;
    TimeMs rangeMs = 3'600'000;    ///< shown up to now
    TimeMs refreshMs = 0;          ///< 0: does not
    std::vector<LayoutVariable> variables;
    std::vector<LayoutRow> rows;
    std::vector<LayoutNote> notes;
    TimeMs savedAt = 0;
};

} // namespace lepto

Q_DECLARE_METATYPE(lepto::ExploreLayout)
