#pragma once

#include "core/health/health.h"

#include <QAbstractScrollArea>

#include <vector>

namespace lepto {

/// The fleet: tiers as rows, a tile a service, a mark an instance. A tile's place and width depend on names and instance counts
/// only, never on its state, so nothing moves when something breaks. Painted by hand; arrows move, Enter opens.
class HealthMap : public QAbstractScrollArea {
    Q_OBJECT
public:
    explicit HealthMap(QWidget *parent = nullptr);

    void setHealth(const HealthSnapshot &health);
    void setStale(bool stale);        ///< the picture is old: no tile is drawn healthy
    QString current() const;          ///< service under the keyboard; empty: none
    void setCurrent(const QString &service);
    QRect tileRect(const QString &service) const; ///< in the viewport; empty when unknown
    int wantedHeight() const;         ///< of all rows

    QSize sizeHint() const override { return { 600, wantedHeight() }; }

Q_SIGNALS:
    void currentChanged(const QString &service);
    void opened(const QString &service);
    void heightChanged();             ///< `wantedHeight` is another one

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    struct Tile {
        std::size_t service = 0;
        QRect rect;                   ///< in content coordinates
    };
    struct Row {
        QString tier;
        int top = 0;
    };

    void layOut();
    void placeLine(std::size_t first, std::size_t last, int top, int width);
    int naturalWidth(const ServiceState &service) const;
    int tileAt(const QPoint &viewportPos) const;
    void move(int dx, int dy);
    void choose(int tile);
    void describe();
    QString tileText(const ServiceState &service) const;
    QString tileNote(const ServiceState &service, bool brief) const;
    void paintTile(QPainter &painter, const Tile &tile, bool current, bool hovered) const;
    void paintInstances(QPainter &painter, const ServiceState &service, const QRect &area) const;

    HealthSnapshot m_health;
    std::vector<Tile> m_tiles;
    std::vector<Row> m_rows;
    int m_height = 0, m_current = -1, m_hovered = -1;
    bool m_stale = false;
    QString m_currentName;
};

} // namespace lepto
