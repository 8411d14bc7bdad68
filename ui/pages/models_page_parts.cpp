#include "ui/pages/models_page.h"

#include "ui/models/metric_rows.h"
#include "ui/models/version_rows.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/in_place_question.h"
#include "ui/widgets/row_table.h"

#include <QApplication>
#include <QClipboard>
#include <QVBoxLayout>

namespace lepto {

QWidget *ModelsPage::buildVersions()
{
    auto *pane = makePane();
    pane->setMinimumWidth(420);
    auto *column = flatColumn(pane);
    m_versionsHead = new PaneHead;
    m_versionModel = new CellModel(this);
    m_versions = new RowTable(m_versionModel);
    m_versions->setObjectName(QStringLiteral("versionsTable"));
    m_compareHead = new PaneHead;
    m_compareModel = new CellModel(this);
    m_compare = new RowTable(m_compareModel);
    m_compare->setObjectName(QStringLiteral("compareTable"));
    m_compare->setSelectable(false);
    m_noMetrics = wrappedLabel(Theme::Type::Body, "muted");
    m_noMetrics->setContentsMargins(14, 0, 14, 8);
    auto *content = new QWidget;
    auto *list = flatColumn(content);
    list->addWidget(m_versionsHead);
    list->addWidget(m_versions);
    list->addSpacing(8);
    list->addWidget(m_compareHead);
    list->addWidget(m_compare);
    list->addWidget(m_noMetrics);
    list->addStretch();
    column->addWidget(scrolled(content), 1);
    column->addWidget(horizontalLine());
    column->addWidget(buildStrip());
    connect(m_versions, &RowTable::keyChanged, this, [this](const QString &key) {
        if (key.isEmpty() || key.toInt() == m_version)
            return;
        m_version = key.toInt();
        m_wrong->hide();
        showPassport();
        showStrip();
    });
    words([this] {
        m_versionModel->setColumns(versionColumns());
        m_versions->setAccessibleName(tr("Versions"));
        m_compareHead->setTitle(tr("Against the baseline"));
        m_compareModel->setColumns(metricColumns());
    });
    return pane;
}

QWidget *ModelsPage::buildStrip()
{
    auto *holder = new QWidget;
    auto *whole = new QVBoxLayout(holder);
    whole->setContentsMargins(14, 10, 14, 12);
    whole->setSpacing(6);
    auto *strip = new QWidget;
    auto *row = flatRow(strip);
    row->setSpacing(8);
    auto *words_ = new QVBoxLayout;
    words_->setSpacing(2);
    m_stripTitle = new ElidedLabel(Theme::Type::Strong);
    m_stripWhy = new ElidedLabel(Theme::Type::Caption, "muted");
    words_->addWidget(m_stripTitle);
    words_->addWidget(m_stripWhy);
    m_promote = makeButton(ButtonKind::Primary);
    m_promote->setObjectName(QStringLiteral("promoteVersion"));
    m_rollBack = makeButton(ButtonKind::Risky, QStringLiteral("undo"));
    m_rollBack->setObjectName(QStringLiteral("rollBackModel"));
    row->addLayout(words_, 1);
    row->addWidget(m_promote);
    row->addWidget(m_rollBack);
    m_rollBackQuestion = new InPlaceQuestion(strip);
    m_promoteQuestion = new InPlaceQuestion(strip);
    m_wrong = wrappedLabel(Theme::Type::Body, "critical");
    m_wrong->hide();
    whole->addWidget(strip);
    whole->addWidget(m_rollBackQuestion);
    whole->addWidget(m_promoteQuestion);
    whole->addWidget(m_wrong);
    connect(m_rollBack, &QPushButton::clicked, this, &ModelsPage::askRollBack);
    connect(m_promote, &QPushButton::clicked, this, &ModelsPage::askPromote);
    connect(m_rollBackQuestion, &InPlaceQuestion::confirmed, this, &ModelsPage::rollBack);
    connect(m_promoteQuestion, &InPlaceQuestion::confirmed, this, &ModelsPage::promote);
    return holder;
}

QWidget *ModelsPage::buildPassport()
{
    auto *content = new QWidget;
    auto *column = flatColumn(content);
    m_passportHead = new PaneHead;
    m_signature = new Chip;
    m_copy = makeIconButton(QStringLiteral("copy"));
    m_passportHead->addRight(m_signature);
    m_passportHead->addRight(m_copy);
    column->addWidget(m_passportHead);
    const auto section = [column](PaneHead *&head, KeyValues *&facts, KeyValues::Side side = KeyValues::Side::Right) {
        head = new PaneHead;
        facts = new KeyValues(side);
        column->addWidget(horizontalLine());
        column->addWidget(head);
        column->addWidget(facts);
    };
    section(m_fileHead, m_file);
    section(m_dataHead, m_data);
    section(m_trainingHead, m_training);
    section(m_seriesHead, m_series, KeyValues::Side::Left);
    column->addStretch();
    connect(m_copy, &QPushButton::clicked, this, [this] {
        if (const ModelVersion *shown = version())
            QApplication::clipboard()->setText(QString::fromUtf8(passportJson(*shown)));
    });
    words([this] {
        m_passportHead->setTitle(tr("Passport"));
        setIconWords(m_copy, tr("Copy the passport as JSON"));
        m_fileHead->setTitle(tr("File"));
        m_dataHead->setTitle(tr("Data"));
        m_trainingHead->setTitle(tr("Training"));
        m_seriesHead->setTitle(tr("Series"));
    });
    auto *area = scrolled(content);
    auto *pane = makePane();
    pane->setMinimumWidth(300);
    flatColumn(pane)->addWidget(area);
    return pane;
}

} // namespace lepto
