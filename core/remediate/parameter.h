#pragma once

#include "core/incidents/incident.h"
#include "ml/base/result.h"

#include <QString>
#include <QStringList>

#include <map>

namespace lepto {

/// A typed hole in a runbook. Only a value of its type, free of control characters, is ever put into a command.
struct Parameter {
    enum class Type { Int, Number, Duration, Enum, Host, Path, K8sName, Unit, Regex };
    QString name;
    Type type = Type::Int;
    double min = 0, max = 0;          ///< Int and Number
    QStringList values;               ///< Enum
    QString pattern;                  ///< Regex, anchored at both ends
    QString from;                     ///< "label:NAME", "service", "signal", "incident" or empty
    QString fallback;                 ///< `default`, empty: none
    QString description;

    static Result<Type> typeOf(const QString &name);
    bool isNumeric() const { return type == Type::Int || type == Type::Number; }
    /// Whether a valid value could begin with '-' and be taken for an option.
    bool mayLookLikeAnOption() const;
    /// The value in its canonical spelling. Errors: BadInput with the parameter's name.
    Result<QString> accept(const QString &value) const;
    /// What an incident says about it, empty where it says nothing. Labels come from the earliest anomaly that has them.
    QString valueFrom(const Incident &incident) const;
};

using ParameterValues = std::map<QString, QString>;

/// Given value, else the incident's, else the default; all accepted. Errors: BadInput (missing, invalid, or given but unknown).
Result<ParameterValues> resolveParameters(
    const std::vector<Parameter> &parameters, const ParameterValues &given, const Incident *incident);

} // namespace lepto
