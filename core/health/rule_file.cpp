#include "core/health/rule_file.h"

#include "core/base/text.h"
#include "core/health/rule_fields.h"
#include "core/promql/duration_expr.h"

#include <QCoreApplication>
#include <QDir>
#include <QRegularExpression>

#include <algorithm>

// Resources of a static library are dropped by the linker unless something names them; the macro wants no namespace.
static void keepResources()
{
    Q_INIT_RESOURCE(rules);
}

namespace lepto {

namespace {

constexpr qsizetype kLargestFile = 256 * 1024;
constexpr std::size_t kMostRules = 200;
constexpr int kLongestText = 200, kLongestExpr = 4000;
constexpr qsizetype kMostFiles = 100;
constexpr TimeMs kLongestHold = 24 * 3'600'000;

QString tr(const char *text)
{
    return QCoreApplication::translate("RuleFile", text);
}

std::string identifier(const RuleFields &fields, const char *name)
{
    static const QRegularExpression valid(QStringLiteral("^[a-z][a-z0-9_]{0,63}$"));
    const QString text = fields.text(name, 64);
    if (!valid.match(text).hasMatch())
        throw RuleFault(fields.line(name), tr("\"%1\" may only have small letters, digits and _").arg(oneLine(text, 64)));
    return utf8(text);
}

void readService(const RuleFields &fields, Rule &rule)
{
    if (!fields.has("service"))
        throw RuleFault(fields.line(), tr("field \"%1\" is missing").arg(QStringLiteral("service")));
    const YAML::Node node = fields.node("service");
    if (node.IsMap())
        rule.serviceLabel = utf8(RuleFields(node, { "label" }).text("label", kLongestText));
    else
        rule.service = utf8(fields.text("service", kLongestText));
}

std::optional<Threshold> readThreshold(const RuleFields &fields, const char *name)
{
    if (!fields.has(name))
        return std::nullopt;
    const auto threshold = Threshold::parse(fields.text(name, kLongestText));
    if (!threshold)
        throw RuleFault(fields.line(name), qstr(threshold.error()));
    return *threshold;
}

TimeMs readDuration(const RuleFields &fields)
{
    if (!fields.has("for"))
        return 0;
    const QString text = fields.text("for", kLongestText);
    const auto ms = promql::parseDuration(utf8(text));
    if (!ms || *ms > kLongestHold)
        throw RuleFault(
            fields.line("for"), tr("\"%1\" is not a duration such as 30s or 5m, at most a day").arg(oneLine(text, 40)));
    return *ms;
}

void readJudgement(const RuleFields &fields, Rule &rule)
{
    rule.warning = readThreshold(fields, "warning");
    rule.critical = readThreshold(fields, "critical");
    rule.holdFor = readDuration(fields);
    if (!rule.warning || !rule.critical)
        return;
    const bool sameWay = rule.warning->above() == rule.critical->above();
    const bool ordered
        = rule.critical->above() ? rule.critical->limit >= rule.warning->limit : rule.critical->limit <= rule.warning->limit;
    if (!sameWay || !ordered)
        throw RuleFault(fields.line("critical"), tr("the critical limit must be as far as the warning limit or farther"));
}

Rule readRule(const YAML::Node &node)
{
    const RuleFields fields(
        node, { "id", "service", "tier", "title", "title_zh", "kind", "unit", "expr", "warning", "critical", "for" });
    Rule rule;
    rule.id = identifier(fields, "id");
    readService(fields, rule);
    rule.tier = identifier(fields, "tier");
    rule.title = oneLine(fields.text("title", kLongestText), kLongestText);
    rule.titleZh = oneLine(fields.textOr("title_zh", kLongestText), kLongestText);
    const QString kind = fields.text("kind", kLongestText);
    const auto known = kindOf(utf8(kind));
    if (!known)
        throw RuleFault(
            fields.line("kind"), tr("\"%1\" is not one of latency, traffic, errors, saturation, other").arg(oneLine(kind, 40)));
    rule.kind = *known;
    rule.unit = oneLine(fields.textOr("unit", 20), 20);
    const auto expr = promql::parse(utf8(fields.text("expr", kLongestExpr)));
    if (!expr)
        throw RuleFault(fields.line("expr"), qstr(expr.error()));
    if (expr->type() != promql::ValueType::Vector)
        throw RuleFault(
            fields.line("expr"), tr("the expression is a %1, not an instant vector").arg(qstr(promql::typeText(expr->type()))));
    rule.expr = *expr;
    readJudgement(fields, rule);
    return rule;
}

std::vector<Rule> readDocument(const YAML::Node &document)
{
    const RuleFields fields(document, { "version", "rules" });
    if (fields.text("version", 10) != QLatin1String("1"))
        throw RuleFault(fields.line("version"), tr("only version 1 is understood"));
    const YAML::Node list = fields.node("rules");
    if (!list || !list.IsSequence())
        throw RuleFault(fields.line(), tr("field \"%1\" must be a list").arg(QStringLiteral("rules")));
    if (list.size() > kMostRules)
        throw RuleFault(RuleFields::lineOf(list), tr("more than %1 rules").arg(kMostRules));
    std::vector<Rule> rules;
    for (const YAML::Node &node : list) {
        Rule rule = readRule(node);
        if (std::any_of(rules.begin(), rules.end(), [&](const Rule &other) { return other.id == rule.id; }))
            throw RuleFault(RuleFields::lineOf(node), tr("there are two rules \"%1\"").arg(qstr(rule.id)));
        rules.push_back(std::move(rule));
    }
    return rules;
}

void addFile(RuleSet &set, const QString &path, const QString &name)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        set.problems.push_back({ ErrorCode::Unavailable, utf8(name), utf8(file.errorString()) });
        return;
    }
    auto rules = readRules(file.read(kLargestFile + 1), name);
    if (!rules) {
        set.problems.push_back(rules.error());
        return;
    }
    for (Rule &rule : *rules) {
        const auto same
            = std::find_if(set.rules.begin(), set.rules.end(), [&](const Rule &other) { return other.id == rule.id; });
        if (same != set.rules.end())
            *same = std::move(rule);
        else
            set.rules.push_back(std::move(rule));
    }
}

} // namespace

Result<std::vector<Rule>> readRules(const QByteArray &bytes, const QString &name)
{
    const auto error = [&](int line, const std::string &reason) {
        return Error { ErrorCode::BadInput, utf8(line > 0 ? name + u':' + QString::number(line) : name), reason };
    };
    if (bytes.size() > kLargestFile)
        return error(0, utf8(tr("is larger than 256 KiB")));
    try {
        const std::vector<YAML::Node> documents = YAML::LoadAll(bytes.toStdString());
        if (documents.size() != 1)
            return error(0, utf8(tr("must hold one YAML document")));
        return readDocument(documents[0]);
    } catch (const RuleFault &fault) {
        return error(fault.line, fault.what());
    } catch (const YAML::Exception &fault) {
        return error(fault.mark.line + 1, utf8(tr("not YAML: %1").arg(oneLine(qstr(fault.msg)))));
    }
}

RuleSet loadRules(const QString &userFolder)
{
    keepResources();
    RuleSet set;
    addFile(set, QStringLiteral(":/rules/default.yaml"), QStringLiteral("default.yaml"));
    QStringList names
        = QDir(userFolder).entryList({ QStringLiteral("*.yaml"), QStringLiteral("*.yml") }, QDir::Files, QDir::Name);
    if (names.size() > kMostFiles) {
        set.problems.push_back({ ErrorCode::Exhausted, utf8(userFolder),
            utf8(tr("more than %1 rule files, the rest is not read").arg(kMostFiles)) });
        names.resize(kMostFiles);
    }
    for (const QString &name : names)
        addFile(set, QDir(userFolder).filePath(name), name);
    return set;
}

} // namespace lepto
