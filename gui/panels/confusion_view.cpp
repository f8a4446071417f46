// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/confusion_view.h"

#include "gui/graph/heat_color.h"
#include "gui/graph/operator_color.h"

#include <QHeaderView>
#include <QLabel>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QVBoxLayout>

namespace quantoscope::gui {

namespace {

constexpr int kCell = 30;
constexpr int kNameWidth = 150;

/// Cells coloured by their share of the row; answers that stayed the same are blue.
class ConfusionDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override
    {
        const QVariant share = index.data(ConfusionModel::ShareRole);
        const QColor base = option.palette.color(QPalette::Base);
        const bool isChanged = index.data(ConfusionModel::ChangedRole).toBool();
        const QColor color =
            !share.isValid() ? base
            : isChanged      ? heatColor(0.25 + 0.75 * share.toDouble(), option.palette)
                        : blended(base, QColor(okabe_ito::kSkyBlue), 0.25 + 0.6 * share.toDouble());
        painter->fillRect(option.rect.adjusted(0, 0, -1, -1), color);
        painter->setPen(readableOn(color));
        painter->drawText(option.rect, Qt::AlignCenter, index.data(Qt::DisplayRole).toString());
        if (option.state.testFlag(QStyle::State_Selected)) {
            painter->setPen(QPen(option.palette.color(QPalette::Highlight), 2.0));
            painter->drawRect(option.rect.adjusted(1, 1, -2, -2));
        }
    }
};

} // namespace

ConfusionView::ConfusionView(const ImageListModel& images, QWidget* parent)
    : QWidget(parent), m_model(images), m_table(new QTableView), m_remark(new QLabel)
{
    m_table->setModel(&m_model);
    m_table->setItemDelegate(new ConfusionDelegate(m_table));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setShowGrid(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setCornerButtonEnabled(false);
    m_table->setAccessibleName(
        tr("Confusion matrix: FP32's answers in rows, quantized in columns"));
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->horizontalHeader()->setDefaultSectionSize(kCell * 2);
    m_table->horizontalHeader()->setTextElideMode(Qt::ElideRight);
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(kCell);
    m_table->verticalHeader()->setMaximumWidth(kNameWidth);
    m_table->verticalHeader()->setTextElideMode(Qt::ElideRight);
    m_remark->setForegroundRole(QPalette::PlaceholderText);
    m_remark->setMargin(4);
    m_remark->setWordWrap(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_remark);
    layout->addWidget(m_table, 1);
    connect(m_table, &QAbstractItemView::clicked, this, [this](const QModelIndex& cell) {
        if (m_model.count(cell.row(), cell.column()) > 0) {
            Q_EMIT pairChosen(m_model.classAt(cell.row()), m_model.classAt(cell.column()));
        }
    });
}

ConfusionView::~ConfusionView()
{
    m_table->setModel(nullptr); // the model goes before the table
}

void ConfusionView::update()
{
    m_model.update();
    const QString text =
        tr("Rows: FP32's answer; columns: the quantized model's. A click shows the "
           "images.");
    m_remark->setText(m_model.leftOut() > 0 ? QString(text % QLatin1Char(' ') %
                                                      tr("%n more classes have changed answers.",
                                                         nullptr, m_model.leftOut()))
                                            : text);
}

} // namespace quantoscope::gui
