#include "core/remediate/argument_template.h"

#include "core/base/text.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace lepto::argumenttemplate {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("ArgumentTemplate", text);
}

Error refuse(const QString &text, const QString &why)
{
    return { ErrorCode::BadInput, utf8(oneLine(text, 80)), utf8(why) };
}

struct Piece {
    QString literal;
    QString hole; ///< follows the literal; empty at the end
};

/// Empty where the braces do not match.
std::vector<Piece> piecesOf(const QString &text)
{
    std::vector<Piece> pieces;
    qsizetype at = 0;
    for (qsizetype open = text.indexOf(QStringLiteral("{{")); open >= 0; open = text.indexOf(QStringLiteral("{{"), at)) {
        const qsizetype close = text.indexOf(QStringLiteral("}}"), open);
        if (close < 0)
            return {};
        pieces.push_back({ text.mid(at, open - at), text.mid(open + 2, close - open - 2).trimmed() });
        at = close + 2;
    }
    pieces.push_back({ text.mid(at), {} });
    return pieces;
}

const Parameter *parameterOf(const std::vector<Parameter> &parameters, const QString &name)
{
    const auto it
        = std::find_if(parameters.begin(), parameters.end(), [&](const Parameter &parameter) { return parameter.name == name; });
    return it == parameters.end() ? nullptr : &*it;
}

bool isShell(const QString &program)
{
    static const QStringList kShells { QStringLiteral("sh"), QStringLiteral("bash"), QStringLiteral("dash"),
        QStringLiteral("zsh"), QStringLiteral("ksh"), QStringLiteral("fish"), QStringLiteral("busybox") };
    return kShells.contains(program.section(u'/', -1));
}

/// Where a hole of an expression stands: inside which quotes, and after which operator.
struct Place {
    bool quoted = false, regex = false;
};

/// Follows PromQL's double-quoted strings through a literal piece.
void follow(const QString &literal, Place &place)
{
    for (qsizetype i = 0; i < literal.size(); ++i) {
        if (place.quoted && literal[i] == u'\\') {
            ++i;
        } else if (literal[i] == u'"') {
            const QString before = literal.left(i).trimmed();
            place.regex = !place.quoted && (before.endsWith(QStringLiteral("=~")) || before.endsWith(QStringLiteral("!~")));
            place.quoted = !place.quoted;
        }
    }
}

QString asPromqlString(QString value, bool regex)
{
    if (regex)
        value = QRegularExpression::escape(value);
    return value.replace(u'\\', QStringLiteral("\\\\"))
        .replace(u'"', QStringLiteral("\\\""))
        .replace(u'\n', QStringLiteral("\\n"));
}

} // namespace

Result<QStringList> holesOf(const QString &text, const std::vector<Parameter> &parameters)
{
    const std::vector<Piece> pieces = piecesOf(text);
    const auto stray
        = [](const Piece &piece) { return piece.literal.contains(QStringLiteral("}}")) || piece.hole.contains(u'{'); };
    if (pieces.empty() || std::any_of(pieces.begin(), pieces.end(), stray))
        return refuse(text, tr("the braces do not match"));
    QStringList names;
    for (std::size_t i = 0; i + 1 < pieces.size(); ++i) {
        if (parameterOf(parameters, pieces[i].hole) == nullptr)
            return refuse(text, tr("there is no parameter \"%1\"").arg(oneLine(pieces[i].hole, 60)));
        names += pieces[i].hole;
    }
    return names;
}

QString fill(const QString &text, const ParameterValues &values)
{
    QString filled;
    const std::vector<Piece> pieces = piecesOf(text);
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        filled += pieces[i].literal;
        if (i + 1 < pieces.size())
            filled += values.at(pieces[i].hole);
    }
    return filled;
}

Result<void> checkArgv(const QStringList &argv, const std::vector<Parameter> &parameters)
{
    if (argv.isEmpty())
        return refuse({}, tr("the argument list is empty"));
    bool afterDashes = false;
    for (qsizetype i = 0; i < argv.size(); ++i) {
        const auto holes = holesOf(argv[i], parameters);
        if (!holes)
            return holes.error();
        const bool leads = argv[i].startsWith(QStringLiteral("{{"));
        const Parameter *first = leads ? parameterOf(parameters, holes->first()) : nullptr;
        if (i == 0 && !argv[0].startsWith(u'/') && (first == nullptr || first->type != Parameter::Type::Path))
            return refuse(argv[0], tr("the program must be an absolute path or a parameter of type path"));
        if (i > 0 && first != nullptr && first->mayLookLikeAnOption() && !afterDashes)
            return refuse(argv[i], tr("the value could be taken for an option; put a literal -- before it"));
        afterDashes = afterDashes || argv[i] == QStringLiteral("--");
    }
    const bool hasCommandText = std::any_of(argv.begin() + 1, argv.end(), [](const QString &argument) {
        return argument.size() > 1 && argument[0] == u'-' && argument[1] != u'-' && argument.contains(u'c');
    });
    if (isShell(argv[0]) && hasCommandText)
        return refuse(argv[0], tr("a shell is not given a command text; put the script into a file and name its path"));
    return {};
}

Result<void> checkExpr(const QString &expr, const std::vector<Parameter> &parameters)
{
    const auto holes = holesOf(expr, parameters);
    if (!holes)
        return holes.error();
    const std::vector<Piece> pieces = piecesOf(expr);
    if (pieces.size() > 1 && (expr.contains(u'\'') || expr.contains(u'`')))
        return refuse(expr, tr("an expression with parameters uses double quotes only"));
    Place place;
    for (std::size_t i = 0; i + 1 < pieces.size(); ++i) {
        if (pieces[i].literal.endsWith(u'\\'))
            return refuse(expr, tr("a backslash stands before a parameter"));
        follow(pieces[i].literal, place);
        if (!place.quoted && !parameterOf(parameters, pieces[i].hole)->isNumeric())
            return refuse(expr, tr("the parameter \"%1\" must stand inside double quotes").arg(pieces[i].hole));
    }
    return {};
}

QString fillExpr(const QString &expr, const ParameterValues &values)
{
    QString filled;
    Place place;
    const std::vector<Piece> pieces = piecesOf(expr);
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        filled += pieces[i].literal;
        follow(pieces[i].literal, place);
        if (i + 1 < pieces.size())
            filled += place.quoted ? asPromqlString(values.at(pieces[i].hole), place.regex) : values.at(pieces[i].hole);
    }
    return filled;
}

} // namespace lepto::argumenttemplate
