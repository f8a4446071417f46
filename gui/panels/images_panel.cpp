// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/images_panel.h"

#include "gui/graph/operator_color.h"
#include "gui/models/image_list_model.h"
#include "gui/models/quantity_text.h"
#include "gui/panels/confusion_view.h"
#include "gui/panels/image_grid_delegate.h"
#include "gui/panels/picture_view.h"
#include "gui/panels/placeholder_stack.h"
#include "gui/panels/prediction_bars.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

namespace quantoscope::gui {

using namespace Qt::StringLiterals;

namespace {
constexpr int kThumbnailRow = 44;
constexpr int kColumnDigits[ImageListModel::ColumnCount] = {22, 13, 13, 13, 9, 9};
} // namespace

ImagesPanel::ImagesPanel(ImageListModel& model, QWidget* parent) : QWidget(parent), m_model(model)
{
    m_filter.setSourceModel(&model);
    auto* splitter = new QSplitter(Qt::Horizontal);
    splitter->addWidget(makeList());
    splitter->addWidget(makeDetails());
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    splitter->setSizes({640, 360});
    m_stack = new PlaceholderStack(splitter);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
    connect(&model, &QAbstractItemModel::modelReset, this, &ImagesPanel::modelReset);
    connect(&model, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex&, const QModelIndex&, const QList<int>& roles) {
                if (roles.contains(ImageListModel::ChangeRole)) {
                    predictionsChanged();
                }
            });
    modelReset();
}

ImagesPanel::~ImagesPanel()
{
    // The filter goes before the table, which then reports another current row.
    disconnect(m_table->selectionModel(), nullptr, this, nullptr);
}

QWidget* ImagesPanel::makeList()
{
    setUpTable();
    auto* page = new QWidget;
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(6, 3, 6, 3);
    bar->setSpacing(8);
    auto* filter = new QLineEdit;
    filter->setPlaceholderText(tr("Filter by file or class"));
    filter->setClearButtonEnabled(true);
    filter->setAccessibleName(tr("Filter images by file or class"));
    connect(filter, &QLineEdit::textChanged, &m_filter, &ImageFilterModel::setText);
    addChoices(*bar);
    m_count = new QLabel;
    m_count->setForegroundRole(QPalette::PlaceholderText);
    bar->insertWidget(0, filter, 1);
    bar->addWidget(m_count);
    layout->addLayout(bar);
    setUpGrid();
    m_confusion = new ConfusionView(m_model);
    connect(m_confusion, &ConfusionView::pairChosen, this, &ImagesPanel::showPair);
    m_pages = new QStackedWidget;
    m_pages->addWidget(m_table);
    m_pages->addWidget(m_grid);
    m_pages->addWidget(m_confusion);
    layout->addWidget(m_pages, 1);
    return page;
}

void ImagesPanel::addChoices(QHBoxLayout& bar)
{
    m_pair = new QToolButton;
    m_pair->setIcon(QIcon(u":/icons/close.svg"_s));
    m_pair->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_pair->setToolTip(tr("Show all images again"));
    m_pair->hide();
    connect(m_pair, &QToolButton::clicked, this, [this] {
        m_filter.setPair(-1, -1);
        m_pair->hide();
    });
    bar.addWidget(m_pair);
    m_view = new QComboBox;
    m_view->addItem(tr("List"));
    m_view->addItem(tr("Grid"));
    m_view->addItem(tr("Confusion"));
    m_view->setItemData(Confusion, tr("Which class FP32 and the quantized model answer how often"),
                        Qt::ToolTipRole);
    m_view->setAccessibleName(tr("How to show the images"));
    m_view->setToolTip(tr("How to show the images"));
    connect(m_view, &QComboBox::currentIndexChanged, this, &ImagesPanel::viewChosen);
    m_shown = new QComboBox;
    m_shown->addItem(tr("All images"), static_cast<int>(ImageFilter::All));
    m_shown->addItem(tr("Changed"), static_cast<int>(ImageFilter::Changed));
    m_shown->addItem(tr("Right in FP32, wrong now"), static_cast<int>(ImageFilter::Broken));
    m_shown->addItem(tr("Wrong in FP32, right now"), static_cast<int>(ImageFilter::Fixed));
    m_shown->addItem(tr("Wrong now"), static_cast<int>(ImageFilter::Wrong));
    m_shown->setAccessibleName(tr("Which images to show"));
    m_shown->setToolTip(tr("Which images to show; a click on Margin sorts by how narrowly the "
                           "answer was given"));
    connect(m_shown, &QComboBox::currentIndexChanged, this, [this] {
        m_filter.setShown(static_cast<ImageFilter>(m_shown->currentData().toInt()));
    });
    bar.addWidget(m_shown);
    bar.addWidget(m_view);
}

void ImagesPanel::setUpGrid()
{
    m_grid = new QListView;
    m_grid->setViewMode(QListView::IconMode);
    m_grid->setResizeMode(QListView::Adjust);
    m_grid->setMovement(QListView::Static);
    m_grid->setUniformItemSizes(true);
    m_grid->setFrameShape(QFrame::NoFrame);
    m_grid->setItemDelegate(new ImageGridDelegate(m_grid));
    m_grid->setModel(&m_filter);
    m_grid->setSelectionModel(m_table->selectionModel());
    m_grid->setSelectionMode(QAbstractItemView::SingleSelection);
    m_grid->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_grid->setAccessibleName(tr("Images"));
    connect(m_grid, &QAbstractItemView::pressed, this, [this] { m_userChose = true; });
}

void ImagesPanel::showView(View view)
{
    m_view->setCurrentIndex(view);
}

ImagesPanel::View ImagesPanel::view() const
{
    return static_cast<View>(m_view->currentIndex());
}

void ImagesPanel::viewChosen()
{
    m_pages->setCurrentIndex(m_view->currentIndex());
    updateConfusion();
}

/// The matrix is counted while it is seen.
void ImagesPanel::updateConfusion()
{
    if (view() == Confusion) {
        m_confusion->update();
    }
}

void ImagesPanel::showPair(int floatClass, int quantizedClass)
{
    m_filter.setPair(floatClass, quantizedClass);
    m_pair->setText(
        tr("%1 → %2").arg(m_model.className(floatClass), m_model.className(quantizedClass)));
    m_pair->show();
    showView(Grid);
    m_table->selectRow(0);
}

void ImagesPanel::setUpTable()
{
    m_table = new QTableView;
    m_table->setModel(&m_filter);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setShowGrid(false);
    m_table->setAlternatingRowColors(true);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(ImageListModel::ChangeColumn, Qt::AscendingOrder);
    m_table->setIconSize(QSize(kThumbnailRow - 4, kThumbnailRow - 4));
    m_table->setWordWrap(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(kThumbnailRow);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->setAccessibleName(tr("Images"));
    const int digit = fontMetrics().horizontalAdvance(QLatin1Char('0'));
    for (int column = 0; column < ImageListModel::ColumnCount; ++column) {
        m_table->setColumnWidth(column, kColumnDigits[column] * digit);
    }
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &ImagesPanel::showSelected);
    connect(m_table, &QAbstractItemView::pressed, this, [this] { m_userChose = true; });
}

QWidget* ImagesPanel::makeDetails()
{
    auto* page = new QWidget;
    page->setBackgroundRole(QPalette::Base);
    page->setAutoFillBackground(true);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_picture = new PictureView;
    m_caption = new QLabel;
    m_caption->setAlignment(Qt::AlignCenter);
    m_caption->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_float = new PredictionBars(tr("FP32"), okabe_ito::kSkyBlue);
    m_quantized = new PredictionBars(tr("Quantized"), okabe_ito::kOrange);
    auto* bars = new QHBoxLayout;
    bars->addWidget(m_float);
    bars->addWidget(m_quantized);
    layout->addWidget(m_picture, 1);
    m_trace = new QToolButton;
    m_trace->setText(tr("Why?"));
    m_trace->setToolTip(tr("Show layer by layer how this image's values drift away from FP32"));
    connect(m_trace, &QToolButton::clicked, this, [this] {
        const int row = m_filter.mapToSource(m_table->currentIndex()).row();
        Q_EMIT traceRequested(row, m_model.index(row, 0).data().toString());
    });
    auto* captionRow = new QHBoxLayout;
    captionRow->setContentsMargins(6, 0, 6, 0);
    captionRow->addWidget(m_caption, 1);
    captionRow->addWidget(m_trace);
    layout->addLayout(captionRow);
    layout->addLayout(bars);
    return page;
}

void ImagesPanel::modelReset()
{
    m_userChose = false;
    m_filter.setPair(-1, -1);
    m_pair->hide();
    if (m_model.rowCount() == 0) {
        m_picture->setFile({});
        m_stack->showText(tr("Validation images and what the model says about them appear here.\n\n"
                             "Open a folder with File › Open Images…, or drop one on the window."));
        return;
    }
    m_stack->showContent();
    predictionsChanged();
}

void ImagesPanel::predictionsChanged()
{
    int changed = 0;
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const ImageChange change = m_model.change(row);
        changed += change != ImageChange::Same && change != ImageChange::Unknown ? 1 : 0;
    }
    m_count->setText(tr("%1 of %2 changed").arg(changed).arg(m_model.rowCount()));
    updateConfusion();
    // New predictions move the changed ones to the top: follow them until the user picks a row.
    if (!m_userChose && m_filter.rowCount() > 0) {
        m_table->scrollToTop();
        m_table->selectRow(0);
    }
    showSelected();
}

void ImagesPanel::showSelected()
{
    const QModelIndex index = m_filter.mapToSource(m_table->currentIndex());
    if (!index.isValid()) {
        m_picture->setFile({});
        m_caption->clear();
        m_float->setBars({});
        m_quantized->setBars({});
        m_trace->setEnabled(false);
        Q_EMIT imageShown(-1, {});
        return;
    }
    m_tried.reset();
    const int row = index.row();
    m_picture->setFile(index.data(ImageListModel::FileRole).toString());
    const QString label = m_model.label(row) ? m_model.className(*m_model.label(row)) : QString();
    const QString change = imageChangeText(m_model.change(row));
    QString caption = label.isEmpty() ? tr("no label") : tr("Label: %1").arg(label);
    if (!change.isEmpty()) {
        caption += u" — "_s % change;
    }
    m_caption->setText(caption);
    showPredictions(*m_float, m_model.floatTopFive(row), m_model.label(row));
    showPredictions(*m_quantized, m_model.quantizedTopFive(row), m_model.label(row));
    m_trace->setEnabled(m_model.quantizedTopFive(row) != nullptr);
    Q_EMIT imageShown(row, m_model.index(row, 0).data().toString());
}

void ImagesPanel::showTried(const std::shared_ptr<const session::TriedPicture>& tried)
{
    m_userChose = true;
    m_table->setCurrentIndex({});
    m_tried = tried;
    const QString file = QString::fromStdString(tried->file.string());
    m_picture->setFile(file);
    m_caption->setText(tr("%1 (not one of the validation images), output SQNR %2")
                           .arg(QString::fromStdString(tried->file.filename().string()),
                                decibelText(tried->sqnrDb)));
    showPredictions(*m_float, &tried->floats, std::nullopt);
    showPredictions(*m_quantized, &tried->quantized, std::nullopt);
}

void ImagesPanel::takeOver(const ImagesPanel& former)
{
    if (former.m_filter.hasPair()) {
        const auto [floatClass, quantizedClass] = former.m_filter.pair();
        m_filter.setPair(floatClass, quantizedClass);
        m_pair->setText(former.m_pair->text());
        m_pair->show();
    }
    m_userChose = former.m_userChose;
    const QModelIndex shown = former.m_filter.mapToSource(former.m_table->currentIndex());
    if (former.m_tried) {
        showTried(former.m_tried);
    } else if (shown.isValid()) {
        m_table->selectRow(m_filter.mapFromSource(shown).row());
    }
}

void ImagesPanel::showPredictions(PredictionBars& bars, const eval::TopFive* top,
                                  std::optional<int> label)
{
    std::vector<PredictionBar> shown;
    for (std::size_t i = 0; top != nullptr && i < top->size(); ++i) {
        const eval::ScoredClass& scored = (*top)[i];
        if (scored.classIndex >= 0) {
            shown.push_back({m_model.className(scored.classIndex),
                             static_cast<double>(scored.probability), label == scored.classIndex});
        }
    }
    bars.setBars(std::move(shown));
}

} // namespace quantoscope::gui
