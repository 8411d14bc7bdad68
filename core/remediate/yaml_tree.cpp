#include "core/remediate/yaml_tree.h"

#include "core/base/text.h"

#include <QCoreApplication>
#include <QStringDecoder>

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <sstream>
#include <stdexcept>
#include <utility>

namespace lepto {

namespace {

constexpr qsizetype kMaxBytes = 256 * 1024;
constexpr std::size_t kMaxDepth = 32, kMaxNodes = 20'000;

QString tr(const char *text)
{
    return QCoreApplication::translate("YamlTree", text);
}

struct Refusal : std::runtime_error {
    Refusal(int at, const QString &what)
        : std::runtime_error(utf8(what))
        , line(at)
    { }
    int line;
};

/// Builds the tree from yaml-cpp's events, because its own tree follows aliases and keeps the first of duplicate keys.
class TreeBuilder final : public YAML::EventHandler {
public:
    YamlNode take() { return std::move(m_root); }

    void OnDocumentStart(const YAML::Mark &) override { }
    void OnDocumentEnd() override { }
    void OnNull(const YAML::Mark &mark, YAML::anchor_t anchor) override
    {
        put(node(YamlNode::Kind::Null, mark, "?", anchor), mark);
    }
    void OnAlias(const YAML::Mark &mark, YAML::anchor_t) override { throw Refusal(mark.line + 1, tr("aliases are not allowed")); }
    void OnScalar(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor, const std::string &value) override
    {
        YamlNode made = node(YamlNode::Kind::Scalar, mark, tag, anchor);
        made.text = value;
        put(std::move(made), mark);
    }
    void OnSequenceStart(
        const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor, YAML::EmitterStyle::value) override
    {
        open(node(YamlNode::Kind::Sequence, mark, tag, anchor), mark);
    }
    void OnSequenceEnd() override { closeTop(); }
    void OnMapStart(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor, YAML::EmitterStyle::value) override
    {
        open(node(YamlNode::Kind::Map, mark, tag, anchor), mark);
    }
    void OnMapEnd() override { closeTop(); }

private:
    struct Frame {
        YamlNode node;
        std::string key;
        int keyLine = 0;
        bool hasKey = false;
    };

    YamlNode node(YamlNode::Kind kind, const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor)
    {
        const int line = mark.line + 1;
        if (anchor != 0)
            throw Refusal(line, tr("anchors are not allowed"));
        if (!tag.empty() && tag != "?" && tag != "!")
            throw Refusal(line, tr("tags are not allowed"));
        if (++m_nodes > kMaxNodes)
            throw Refusal(line, tr("the file has more than %1 values").arg(kMaxNodes));
        YamlNode made;
        made.kind = kind;
        made.line = line;
        return made;
    }

    void open(YamlNode made, const YAML::Mark &mark)
    {
        if (m_stack.size() >= kMaxDepth)
            throw Refusal(mark.line + 1, tr("the file is nested deeper than %1 levels").arg(kMaxDepth));
        if (awaitsKey())
            throw Refusal(mark.line + 1, tr("a field name must be plain text"));
        m_stack.push_back({ std::move(made), {}, 0, false });
    }

    void closeTop()
    {
        YamlNode done = std::move(m_stack.back().node);
        m_stack.pop_back();
        attach(std::move(done));
    }

    bool awaitsKey() const
    {
        return !m_stack.empty() && m_stack.back().node.kind == YamlNode::Kind::Map && !m_stack.back().hasKey;
    }

    void put(YamlNode made, const YAML::Mark &mark)
    {
        if (!awaitsKey())
            return attach(std::move(made));
        Frame &top = m_stack.back();
        const auto &fields = top.node.fields;
        if (made.kind != YamlNode::Kind::Scalar)
            throw Refusal(mark.line + 1, tr("a field name must be plain text"));
        if (std::any_of(fields.begin(), fields.end(), [&](const auto &field) { return field.name == made.text; }))
            throw Refusal(mark.line + 1, tr("the field \"%1\" is given twice").arg(oneLine(qstr(made.text), 60)));
        top.key = made.text;
        top.keyLine = made.line;
        top.hasKey = true;
    }

    void attach(YamlNode made)
    {
        if (m_stack.empty()) {
            m_root = std::move(made);
            return;
        }
        Frame &top = m_stack.back();
        if (top.node.kind == YamlNode::Kind::Sequence) {
            top.node.items.push_back(std::move(made));
            return;
        }
        made.line = top.keyLine;
        top.node.fields.push_back({ std::exchange(top.key, {}), std::move(made) });
        top.hasKey = false;
    }

    std::vector<Frame> m_stack;
    YamlNode m_root;
    std::size_t m_nodes = 0;
};

void checkBytes(const QByteArray &bytes)
{
    if (bytes.size() > kMaxBytes)
        throw Refusal(0, tr("the file is larger than 256 KiB"));
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = decoder(bytes);
    if (decoder.hasError())
        throw Refusal(0, tr("the file is not UTF-8"));
    for (const QChar c : text)
        if (c.category() == QChar::Other_Control && c != u'\n' && c != u'\r' && c != u'\t')
            throw Refusal(0, tr("the file contains control characters"));
}

} // namespace

Result<YamlNode> parseStrictYaml(const QByteArray &bytes, const QString &name)
{
    const auto refused = [&name](int line, const std::string &why) {
        const QString where = line > 0 ? tr("line %1: ").arg(line) : QString();
        return Error { ErrorCode::BadInput, utf8(name), utf8(where) + why };
    };
    try {
        checkBytes(bytes);
        std::istringstream stream(bytes.toStdString());
        YAML::Parser parser(stream);
        TreeBuilder builder, second;
        if (!parser.HandleNextDocument(builder))
            return refused(0, utf8(tr("the file is empty")));
        if (parser.HandleNextDocument(second))
            return refused(0, utf8(tr("the file holds more than one document")));
        return builder.take();
    } catch (const Refusal &refusal) {
        return refused(refusal.line, refusal.what());
    } catch (const YAML::Exception &exception) {
        return refused(exception.mark.line + 1, exception.msg);
    } catch (const std::exception &exception) {
        return refused(0, exception.what());
    }
}

} // namespace lepto
