#include "ui/theme/icons.h"
#include "ui/theme/marks.h"
#include "ui/theme/style_sheet.h"
#include "ui/theme/theme.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"

#include <QApplication>
#include <QDir>
#include <QPainter>
#include <QRegularExpression>
#include <QTest>
#include <QVBoxLayout>

#include <cmath>
#include <set>

using namespace lepto;

namespace {

double luminance(QRgb rgb)
{
    const auto linear = [](int channel) {
        const double v = channel / 255.0;
        return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(qRed(rgb)) + 0.7152 * linear(qGreen(rgb)) + 0.0722 * linear(qBlue(rgb));
}

double contrast(QRgb a, QRgb b)
{
    const double bright = std::max(luminance(a), luminance(b)), dim = std::min(luminance(a), luminance(b));
    return (bright + 0.05) / (dim + 0.05);
}

QImage draw(MarkCode code, int size)
{
    QImage image(size, size, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    paintMark(&painter, code, QRectF(0, 0, size, size));
    painter.end();
    return image;
}

} // namespace

class tst_theme : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_theme = new Theme(*qApp, ThemeMode::Dark); }
    void cleanupTestCase() { delete m_theme; }
    void textIsReadableOnEverySurfaceInBothThemes();
    void controlsAndFocusStandOutInBothThemes();
    void switchingTheThemeChangesPaletteAndSheet();
    void theSheetNamesOnlyKnownTokensAndNoFontSizes();
    void everyMarkHasAnOutlineOfItsOwn();
    void marksStayInsideTheirSquare();
    void everyIconOfTheFolderDrawsSomething();
    void comfortableDensityMakesRowsAndTextLarger();
    void theFocusRingFollowsTheKeyboardOnly();
    void aLabelNeverReadsMarkup();

private:
    Theme *m_theme = nullptr;
};

void tst_theme::textIsReadableOnEverySurfaceInBothThemes()
{
    for (const char *ink : { "text.primary", "text.secondary", "text.muted", "accent.text", "sev.critical", "sev.warning", "sev.info", "sev.ok",
             "sev.nodata", "ml.anomaly" }) {
        for (const char *ground : { "bg.app", "bg.pane", "bg.raised", "bg.hover", "bg.selected", "bg.inset" }) {
            const Token *a = findToken(ink), *b = findToken(ground);
            QVERIFY2(contrast(a->dark, b->dark) >= 4.5, qPrintable(QStringLiteral("dark: %1 on %2").arg(QLatin1String(ink), QLatin1String(ground))));
            QVERIFY2(contrast(a->light, b->light) >= 4.5, qPrintable(QStringLiteral("light: %1 on %2").arg(QLatin1String(ink), QLatin1String(ground))));
        }
    }
}

void tst_theme::controlsAndFocusStandOutInBothThemes()
{
    for (const char *line : { "line.control", "accent.line" }) {
        for (const char *ground : { "bg.pane", "bg.raised" }) {
            const Token *a = findToken(line), *b = findToken(ground);
            QVERIFY(contrast(a->dark, b->dark) >= 3.0);
            QVERIFY(contrast(a->light, b->light) >= 3.0);
        }
    }
}

void tst_theme::switchingTheThemeChangesPaletteAndSheet()
{
    m_theme->setMode(ThemeMode::Dark);
    const QColor before = qApp->palette().color(QPalette::Base);
    const QString sheet = qApp->styleSheet();
    m_theme->setMode(ThemeMode::Light);
    QVERIFY(!m_theme->dark());
    QVERIFY(before != qApp->palette().color(QPalette::Base));
    QVERIFY(sheet != qApp->styleSheet());
    QCOMPARE(m_theme->color("bg.pane"), QColor(QStringLiteral("#FFFFFF")));
    m_theme->setMode(ThemeMode::Dark);
    QCOMPARE(m_theme->color("bg.pane"), QColor(QStringLiteral("#14171C")));
}

void tst_theme::theSheetNamesOnlyKnownTokensAndNoFontSizes()
{
    const QString sheet = styleSheet(*m_theme);
    QVERIFY(!sheet.isEmpty());
    static const QRegularExpression leftOver(QStringLiteral("\\{[a-z]+\\.[A-Za-z0-9]+\\}"));
    QVERIFY2(!leftOver.match(sheet).hasMatch(), qPrintable(leftOver.match(sheet).captured()));
    QVERIFY(!sheet.contains(QLatin1String("font-size")));
    QVERIFY(sheet.count(QLatin1Char('\n')) < 150);
}

void tst_theme::everyMarkHasAnOutlineOfItsOwn()
{
    // In grey-scale at 12 px: any two marks differ in where they have ink, not only in colour.
    std::vector<QImage> shapes;
    for (int code = int(MarkCode::Critical); code <= int(MarkCode::Cross); ++code)
        shapes.push_back(draw(MarkCode(code), 12));
    for (std::size_t a = 0; a < shapes.size(); ++a) {
        for (std::size_t b = a + 1; b < shapes.size(); ++b) {
            int differing = 0;
            for (int y = 0; y < 12; ++y) {
                for (int x = 0; x < 12; ++x)
                    differing += std::abs(qAlpha(shapes[a].pixel(x, y)) - qAlpha(shapes[b].pixel(x, y))) > 96;
            }
            const bool fillsOnly = differing >= 4;
            QVERIFY2(fillsOnly, qPrintable(QStringLiteral("marks %1 and %2 look alike (%3 px)").arg(a + 1).arg(b + 1).arg(differing)));
        }
    }
}

void tst_theme::marksStayInsideTheirSquare()
{
    for (int code = int(MarkCode::Critical); code <= int(MarkCode::Cross); ++code) {
        QImage image(32, 32, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        paintMark(&painter, MarkCode(code), QRectF(8, 8, 16, 16));
        painter.end();
        for (int i = 0; i < 32; ++i)
            QVERIFY2(qAlpha(image.pixel(i, 6)) == 0 && qAlpha(image.pixel(6, i)) == 0 && qAlpha(image.pixel(i, 25)) == 0, qPrintable(QString::number(code)));
    }
}

void tst_theme::everyIconOfTheFolderDrawsSomething()
{
    const QStringList names = QDir(QStringLiteral(":/icons")).entryList({ QStringLiteral("*.svg") });
    QVERIFY(names.size() > 30);
    for (const QString &file : names) {
        const QImage picture = iconPixmap(file.chopped(4), "text.primary", 16, 1).toImage();
        bool ink = false;
        for (int y = 0; y < 16 && !ink; ++y) {
            for (int x = 0; x < 16; ++x)
                ink = ink || qAlpha(picture.pixel(x, y)) > 100;
        }
        QVERIFY2(ink || file.startsWith(QLatin1String("chevron")), qPrintable(file));
    }
}

void tst_theme::comfortableDensityMakesRowsAndTextLarger()
{
    QCOMPARE(m_theme->rowHeight(), 28);
    const int before = m_theme->font(Theme::Type::Body).pixelSize();
    m_theme->setDensity(Density::Comfortable);
    QCOMPARE(m_theme->rowHeight(), 34);
    QVERIFY(m_theme->font(Theme::Type::Body).pixelSize() > before);
    m_theme->setDensity(Density::Regular);
}

void tst_theme::theFocusRingFollowsTheKeyboardOnly()
{
    QWidget window;
    auto *column = new QVBoxLayout(&window);
    auto *first = makeButton(ButtonKind::Normal, {}, QStringLiteral("one")), *second = makeButton(ButtonKind::Normal, {}, QStringLiteral("two"));
    column->addWidget(first);
    column->addWidget(second);
    window.resize(200, 120);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    second->setFocus(Qt::MouseFocusReason);
    first->setFocus(Qt::MouseFocusReason);
    const QImage plain = window.grab().toImage();
    first->clearFocus();
    first->setFocus(Qt::TabFocusReason);
    const QImage ringed = window.grab().toImage();
    QVERIFY(plain != ringed);
    const QPoint edge = first->geometry().center() - QPoint(first->width() / 2 + 3, 0);
    const QColor accent = m_theme->color("accent.line");
    bool found = false;
    for (int x = edge.x() - 3; x <= edge.x() + 2; ++x)
        found = found || ringed.pixelColor(x, edge.y()) == accent;
    QVERIFY2(found, "no ring 2 px outside the button");
}

void tst_theme::aLabelNeverReadsMarkup()
{
    QLabel *label = plainLabel(Theme::Type::Body, "primary", QStringLiteral("<b>x</b><img src='file:///etc/passwd'>"));
    QCOMPARE(label->textFormat(), Qt::PlainText);
    setPlainToolTip(label, label->text());
    QVERIFY(!Qt::mightBeRichText(label->toolTip()) || label->toolTip().contains(QLatin1String("&lt;b&gt;")));
    QCOMPARE(plainButtonText(QStringLiteral("a&b")), QStringLiteral("a&&b"));
    delete label;
}

QTEST_MAIN(tst_theme)
#include "tst_theme.moc"
