#pragma once

#include "core/base/text.h"
#include "core/changes/change.h"

namespace lepto::test {

/// A change as one line: from..to title [tags] {labels} source/externalId by author <url> text
inline QString printed(const Change &c)
{
    QString out = QString::number(c.from) + (c.to ? QStringLiteral("..%1").arg(c.to) : QString()) + u' ' + c.title;
    if (!c.tags.isEmpty())
        out += QStringLiteral(" [") + c.tags.join(u',') + u']';
    if (!c.labels.empty())
        out += u' ' + qstr(c.labels.text());
    if (!c.source.isEmpty() || !c.externalId.isEmpty())
        out += u' ' + c.source + u'/' + c.externalId;
    if (!c.author.isEmpty())
        out += QStringLiteral(" by ") + c.author;
    if (!c.url.isEmpty())
        out += QStringLiteral(" <") + c.url + u'>';
    if (!c.text.isEmpty() && c.text != c.title)
        out += QStringLiteral(": ") + QString(c.text).replace(u'\n', u'|');
    return out;
}

inline QString printed(const std::vector<Change> &changes)
{
    QStringList out;
    for (const Change &change : changes)
        out.append(printed(change));
    return out.join(u'\n');
}

} // namespace lepto::test
