#include "core/remediate/runbook_parser.h"

#include "core/base/text.h"
#include "core/incidents/incident_names.h"
#include "core/remediate/argument_template.h"
#include "core/remediate/comparison.h"
#include "core/remediate/yaml_fields.h"

#include <QCoreApplication>
#include <QCryptographicHash>

#include <algorithm>

namespace lepto {

namespace {

constexpr std::size_t kMaxSteps = 50, kMaxParameters = 50;
constexpr double kMaxNumber = 1e15;

QString tr(const char *text)
{
    return QCoreApplication::translate("RunbookParser", text);
}

QRegularExpression patternOf(const YamlNode &node)
{
    const QString text = YamlFields::textOf(node);
    QRegularExpression pattern(QRegularExpression::anchoredPattern(text));
    if (text.size() > 500 || !pattern.isValid())
        throw FieldError(node.line, tr("\"%1\" is not a regular expression").arg(oneLine(text, 60)));
    return pattern;
}

template <typename T>
void demand(const Result<T> &result, int line)
{
    if (!result)
        throw FieldError(line, qstr(result.error()));
}

MatchRule matchRuleOf(const YamlNode &node)
{
    YamlFields fields(node);
    MatchRule rule;
    if (const YamlNode *service = fields.find("service"))
        rule.service = patternOf(*service);
    if (const YamlNode *signal = fields.find("signal"))
        rule.signal = patternOf(*signal);
    rule.minScore = fields.number("min_score", 0, 1, 0);
    if (fields.find("severity") != nullptr)
        rule.severity = severityOf(fields.choice("severity", { QStringLiteral("warning"), QStringLiteral("critical") }));
    fields.finish();
    return rule;
}

void readMatch(Runbook &runbook, const YamlNode &node)
{
    YamlFields fields(node);
    for (const YamlNode &item : YamlFields::itemsOf(fields.need("any")))
        runbook.any.push_back(matchRuleOf(item));
    runbook.requireLabels = fields.list("require_labels");
    if (const YamlNode *exclude = fields.find("exclude")) {
        YamlFields labels(*exclude);
        for (const auto &[name, values] : exclude->fields)
            runbook.exclude[qstr(name)] = labels.list(name.c_str());
    }
    fields.finish();
}

Parameter parameterOf(const std::string &name, const YamlNode &node)
{
    static const QRegularExpression kName(QStringLiteral("\\A[a-z][a-z0-9_]{0,40}\\z"));
    YamlFields fields(node);
    Parameter parameter;
    parameter.name = qstr(name);
    if (!kName.match(parameter.name).hasMatch())
        throw FieldError(node.line, tr("a parameter's name is lower-case letters, digits and _"));
    const auto type = Parameter::typeOf(fields.text("type"));
    demand(type, node.line);
    parameter.type = *type;
    parameter.min = fields.number("min", -kMaxNumber, kMaxNumber, 0);
    parameter.max = fields.number("max", -kMaxNumber, kMaxNumber, kMaxNumber);
    parameter.values = fields.list("values");
    parameter.pattern = fields.text("pattern", QString());
    parameter.from = fields.text("from", QString());
    parameter.fallback = fields.text("default", QString());
    parameter.description = fields.text("description", QString());
    fields.finish();
    static const QStringList kSources { QStringLiteral("service"), QStringLiteral("signal"), QStringLiteral("incident") };
    if (!parameter.from.isEmpty() && !kSources.contains(parameter.from) && !parameter.from.startsWith(QStringLiteral("label:")))
        throw FieldError(node.line, tr("\"from\" must be service, signal, incident or label:NAME"));
    if (parameter.type == Parameter::Type::Regex)
        patternOf(fields.need("pattern"));
    if (parameter.type == Parameter::Type::Enum && parameter.values.isEmpty())
        throw FieldError(node.line, tr("the field \"values\" is missing"));
    if (!parameter.fallback.isEmpty())
        demand(parameter.accept(parameter.fallback), node.line);
    return parameter;
}

void readParameters(Runbook &runbook, const YamlNode &node)
{
    if (node.kind != YamlNode::Kind::Map || node.fields.size() > kMaxParameters)
        throw FieldError(node.line, tr("\"parameters\" must be a map of at most %1 parameters").arg(kMaxParameters));
    for (const auto &[name, value] : node.fields)
        runbook.parameters.push_back(parameterOf(name, value));
}

QString exprOf(YamlFields &fields, const Runbook &runbook)
{
    const QString expr = fields.text("expr");
    demand(argumenttemplate::checkExpr(expr, runbook.parameters), fields.line());
    return expr;
}

QString comparisonOf(YamlFields &fields, const char *name, bool needed)
{
    const QString text = needed ? fields.text(name) : fields.text(name, QString());
    if (!text.isEmpty())
        demand(Comparison::parse(text), fields.line());
    return text;
}

std::vector<PlanCheck> checksOf(const YamlNode &node, const Runbook &runbook)
{
    std::vector<PlanCheck> checks;
    for (const YamlNode &item : YamlFields::itemsOf(node)) {
        YamlFields fields(item);
        PlanCheck check;
        check.expr = exprOf(fields, runbook);
        check.success = comparisonOf(fields, "success", true);
        check.failure = comparisonOf(fields, "failure", false);
        check.consecutive = int(fields.integer("consecutive_success", 1, 100, 3));
        check.failureLimit = int(fields.integer("failure_limit", 1, 100, 2));
        fields.finish();
        checks.push_back(check);
    }
    return checks;
}

std::vector<PlanCheck> guardsOf(const YamlNode &node, const Runbook &runbook)
{
    std::vector<PlanCheck> guards;
    for (const YamlNode &item : YamlFields::itemsOf(node)) {
        YamlFields fields(item);
        PlanCheck guard;
        guard.expr = exprOf(fields, runbook);
        guard.success = comparisonOf(fields, "success", true);
        guard.consecutive = 1;
        fields.finish();
        guards.push_back(guard);
    }
    return guards;
}

RateLimit rateOf(YamlFields &fields, const char *name)
{
    const QString text = fields.text(name, QString());
    if (text.isEmpty())
        return {};
    bool isNumber = false;
    const int count = text.section(u'/', 0, 0).toInt(&isNumber);
    const auto window = YamlFields::durationOf(text.section(u'/', 1));
    if (!isNumber || count < 1 || !window)
        throw FieldError(fields.line(), tr("\"%1\" must be a rate like 3/1h").arg(QLatin1String(name)));
    return { count, *window };
}

void readLimits(Runbook &runbook, const YamlNode &node)
{
    YamlFields fields(node);
    runbook.limits.perRunbook = rateOf(fields, "per_runbook");
    runbook.limits.perTarget = rateOf(fields, "per_target");
    runbook.limits.cooldownMs = fields.duration("cooldown", 0);
    fields.finish();
}

Effect effectOf(YamlFields &fields)
{
    const QString name = fields.choice("effect",
        { QStringLiteral("read"), QStringLiteral("idempotent"), QStringLiteral("at_most_once") }, QStringLiteral("at_most_once"));
    return name == QStringLiteral("read")      ? Effect::Read
        : name == QStringLiteral("idempotent") ? Effect::Idempotent
                                               : Effect::AtMostOnce;
}

QStringList argvOf(YamlFields &fields, const char *name, const Runbook &runbook, bool needed)
{
    const YamlNode *node = needed ? &fields.need(name) : fields.find(name);
    if (node == nullptr)
        return {};
    const QStringList argv = fields.list(name);
    demand(argumenttemplate::checkArgv(argv, runbook.parameters), node->line);
    return argv;
}

std::vector<PlanStep> stepsOf(const YamlNode &node, const Runbook &runbook)
{
    std::vector<PlanStep> steps;
    for (const YamlNode &item : YamlFields::itemsOf(node)) {
        YamlFields fields(item);
        PlanStep step;
        step.id = fields.text("id");
        step.engine = fields.choice("engine", { QStringLiteral("local") }, QStringLiteral("local"));
        step.effect = effectOf(fields);
        step.argv = argvOf(fields, "argv", runbook, true);
        step.probe = argvOf(fields, "probe", runbook, false);
        step.check = argvOf(fields, "check", runbook, false);
        step.timeoutMs = fields.duration("timeout", 60'000);
        step.onFailure = fields.choice("on_failure",
            { QStringLiteral("rollback"), QStringLiteral("stop"), QStringLiteral("human") }, QStringLiteral("stop"));
        fields.finish();
        const bool twice = std::any_of(steps.begin(), steps.end(), [&](const PlanStep &other) { return other.id == step.id; });
        if (twice || steps.size() >= kMaxSteps || step.timeoutMs < 1)
            throw FieldError(
                item.line, tr("the step \"%1\" is given twice, has no time or is one too many").arg(oneLine(step.id, 60)));
        steps.push_back(step);
    }
    return steps;
}

void readVerify(Runbook &runbook, const YamlNode &node)
{
    YamlFields fields(node);
    runbook.verifyDelayMs = fields.duration("delay", 0);
    runbook.verifyWindowMs = fields.duration("window", runbook.verifyWindowMs);
    runbook.verifyIntervalMs = fields.duration("interval", runbook.verifyIntervalMs);
    runbook.verify = checksOf(fields.need("must_recover"), runbook);
    if (const YamlNode *noHarm = fields.find("no_harm")) {
        for (const YamlNode &item : YamlFields::itemsOf(*noHarm)) {
            YamlFields check(item);
            const QString expr = exprOf(check, runbook);
            runbook.noHarm.push_back({ expr, int(check.integer("max_increase_percent", 0, 10'000, 10)) });
            check.finish();
        }
    }
    fields.finish();
    if (runbook.verifyIntervalMs < 1 || runbook.verifyIntervalMs > runbook.verifyWindowMs)
        throw FieldError(node.line, tr("\"interval\" must be longer than nothing and not longer than \"window\""));
}

void readRollback(Runbook &runbook, const YamlNode &node)
{
    YamlFields fields(node);
    runbook.rollback = stepsOf(fields.need("steps"), runbook);
    for (const QString &reason : fields.list("automatic_on")) {
        if (reason == QStringLiteral("step_failed"))
            runbook.rollBackOnFailure = true;
        else if (reason == QStringLiteral("no_harm_violated"))
            runbook.rollBackOnHarm = true;
        else
            throw FieldError(node.line, tr("\"automatic_on\" knows step_failed and no_harm_violated"));
    }
    fields.finish();
}

void readMetadata(Runbook &runbook, const YamlNode &node)
{
    static const QRegularExpression kId(QStringLiteral("\\A[a-z0-9][a-z0-9-]{0,63}\\z"));
    YamlFields fields(node);
    runbook.id = fields.text("id");
    if (!kId.match(runbook.id).hasMatch())
        throw FieldError(node.line, tr("the id is lower-case letters, digits and -"));
    runbook.version = int(fields.integer("version", 1, 1'000'000));
    runbook.title = oneLine(fields.text("title"), 120);
    runbook.owner = oneLine(fields.text("owner", QString()), 80);
    runbook.docs = oneLine(fields.text("docs", QString()), 200);
    runbook.risk = fields.choice("risk", { QStringLiteral("low"), QStringLiteral("medium"), QStringLiteral("high") });
    runbook.reversible = fields.flag("reversible", false);
    fields.finish();
}

void readApproval(Runbook &runbook, YamlFields &fields)
{
    if (const YamlNode *node = fields.find("approval")) {
        YamlFields approval(*node);
        runbook.approvals = int(approval.integer("min", 1, 10, 1));
        runbook.approvalValidMs = approval.duration("expires", runbook.approvalValidMs);
        runbook.planValidMs = approval.duration("plan_expires", runbook.planValidMs);
        approval.finish();
    }
    if (const YamlNode *node = fields.find("dry_run")) {
        YamlFields dryRun(*node);
        runbook.dryRunRequired = dryRun.flag("required", true);
        runbook.dryRunMaxAgeMs = dryRun.duration("max_age", runbook.dryRunMaxAgeMs);
        dryRun.finish();
    }
}

void checkWhole(const Runbook &runbook, int line)
{
    const bool changes = std::any_of(
        runbook.steps.begin(), runbook.steps.end(), [](const PlanStep &step) { return step.effect != Effect::Read; });
    if (runbook.steps.empty())
        throw FieldError(line, tr("there is no step"));
    if (changes && runbook.verify.empty())
        throw FieldError(
            line, tr("a runbook that changes something needs \"verify\": without a measured effect nothing has succeeded"));
    if (runbook.reversible && runbook.rollback.empty())
        throw FieldError(line, tr("a reversible runbook needs \"rollback\""));
    const bool needsRollback = std::any_of(runbook.steps.begin(), runbook.steps.end(),
        [](const PlanStep &step) { return step.onFailure == QStringLiteral("rollback"); });
    if (needsRollback && runbook.rollback.empty())
        throw FieldError(line, tr("\"on_failure: rollback\" needs \"rollback\""));
}

Runbook runbookOf(const YamlNode &root)
{
    YamlFields fields(root);
    Runbook runbook;
    fields.choice("apiVersion", { QStringLiteral("leptoscope/v1") });
    fields.choice("kind", { QStringLiteral("Runbook") });
    readMetadata(runbook, fields.need("metadata"));
    if (const YamlNode *match = fields.find("match"))
        readMatch(runbook, *match);
    if (const YamlNode *parameters = fields.find("parameters"))
        readParameters(runbook, *parameters);
    runbook.target = fields.text("target");
    demand(argumenttemplate::holesOf(runbook.target, runbook.parameters), fields.need("target").line);
    if (const YamlNode *guards = fields.find("guards"))
        runbook.guards = guardsOf(*guards, runbook);
    if (const YamlNode *limits = fields.find("limits"))
        readLimits(runbook, *limits);
    readApproval(runbook, fields);
    runbook.steps = stepsOf(fields.need("steps"), runbook);
    if (const YamlNode *verify = fields.find("verify"))
        readVerify(runbook, *verify);
    if (const YamlNode *rollback = fields.find("rollback"))
        readRollback(runbook, *rollback);
    fields.finish();
    checkWhole(runbook, root.line);
    return runbook;
}

} // namespace

Result<Runbook> parseRunbook(const QByteArray &bytes, const QString &file)
{
    const auto tree = parseStrictYaml(bytes, file);
    if (!tree)
        return tree.error();
    try {
        Runbook runbook = runbookOf(*tree);
        runbook.file = file;
        runbook.hash = QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
        return runbook;
    } catch (const FieldError &error) {
        return Error { ErrorCode::BadInput, utf8(file), utf8(tr("line %1: ").arg(error.line)) + error.what() };
    }
}

} // namespace lepto
