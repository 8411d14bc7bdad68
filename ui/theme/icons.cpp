#include "ui/theme/icons.h"

#include "ui/theme/theme.h"

#include <QAbstractButton>
#include <QFile>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace lepto {

QPixmap iconPixmap(const QString &name, const char *token, int size, qreal dpr)
{
    const QString key = QStringLiteral("icon/%1/%2/%3/%4/%5").arg(name, QLatin1String(token)).arg(size).arg(dpr).arg(Theme::of().dark());
    QPixmap picture;
    if (QPixmapCache::find(key, &picture))
        return picture;
    picture = QPixmap(QSize(size, size) * dpr);
    picture.setDevicePixelRatio(dpr);
    picture.fill(Qt::transparent);
    QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
    if (file.open(QIODevice::ReadOnly)) {
        // The drawings are made in one colour, "#000", which stands for the token.
        QSvgRenderer svg(file.readAll().replace("#000", Theme::of().color(token).name().toLatin1()));
        QPainter painter(&picture);
        svg.render(&painter, QRectF(0, 0, size, size));
    }
    QPixmapCache::insert(key, picture);
    return picture;
}

namespace {

/// Room at the right of the drawing: the style sets text too close to an icon.
QPixmap withRoom(const QPixmap &drawing, int room)
{
    const qreal dpr = drawing.devicePixelRatio();
    QPixmap wide(QSize(16 + room, 16) * dpr);
    wide.setDevicePixelRatio(dpr);
    wide.fill(Qt::transparent);
    QPainter(&wide).drawPixmap(0, 0, drawing);
    return wide;
}

QIcon iconWithRoom(const QString &name, const char *token, int room)
{
    QIcon icon;
    for (const qreal dpr : { 1.0, 2.0 }) {
        icon.addPixmap(withRoom(iconPixmap(name, token, 16, dpr), room), QIcon::Normal);
        icon.addPixmap(withRoom(iconPixmap(name, "text.disabled", 16, dpr), room), QIcon::Disabled);
    }
    return icon;
}

} // namespace

QIcon lineIcon(const QString &name, const char *token)
{
    return iconWithRoom(name, token, 0);
}

void setLineIcon(QAbstractButton *button, const QString &name, const char *token)
{
    const int room = button->property("iconOnly").toBool() ? 0 : 4;
    button->setIcon(iconWithRoom(name, token, room));
    button->setIconSize({ 16 + room, 16 });
    QObject::disconnect(&Theme::of(), &Theme::changed, button, nullptr);
    QObject::connect(&Theme::of(), &Theme::changed, button, [=] { button->setIcon(iconWithRoom(name, token, room)); });
}

} // namespace lepto
