// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/inspection.h"
#include "gui/models/image_filter_model.h"

#include <QWidget>

class QComboBox;
class QHBoxLayout;
class QLabel;
class QListView;
class QStackedWidget;
class QTableView;
class QToolButton;

namespace quantoscope::gui {

class ConfusionView;
class ImageListModel;
class PictureView;
class PlaceholderStack;
class PredictionBars;

/// The validation images, changed predictions first, and the selected one in large with what FP32
/// and the quantized model say about it.
class ImagesPanel : public QWidget
{
    Q_OBJECT

public:
    explicit ImagesPanel(ImageListModel& model, QWidget* parent = nullptr);
    ~ImagesPanel() override;
    [[nodiscard]] QTableView& table() { return *m_table; }
    [[nodiscard]] QComboBox& shown() { return *m_shown; }
    [[nodiscard]] QListView& grid() { return *m_grid; }
    [[nodiscard]] ConfusionView& confusion() { return *m_confusion; }
    /// A picture that is not in the list, with what the models say of it; until a row is selected.
    void showTried(const std::shared_ptr<const session::TriedPicture>& tried);
    /// Shows the image, and chooses among images, as another panel on the same model does.
    void takeOver(const ImagesPanel& former);
    enum View { List, Grid, Confusion };
    void showView(View view);
    [[nodiscard]] View view() const;

Q_SIGNALS:
    /// The image shown large, by its row in the list model; -1: none.
    void imageShown(int row, const QString& name);
    /// The user asks why the image's answer is what it is.
    void traceRequested(int row, const QString& name);

private:
    QWidget* makeList();
    void addChoices(QHBoxLayout& bar);
    void setUpGrid();
    void viewChosen();
    void showPair(int floatClass, int quantizedClass);
    void updateConfusion();
    QWidget* makeDetails();
    void setUpTable();
    void modelReset();
    void predictionsChanged();
    void showSelected();
    void showPredictions(PredictionBars& bars, const eval::TopFive* top, std::optional<int> label);

    ImageListModel& m_model;
    ImageFilterModel m_filter;
    QTableView* m_table = nullptr;
    QListView* m_grid = nullptr;
    ConfusionView* m_confusion = nullptr;
    QStackedWidget* m_pages = nullptr;
    QComboBox* m_view = nullptr;
    QToolButton* m_pair = nullptr; ///< ends showing one cell of the confusion matrix
    QComboBox* m_shown = nullptr;
    QLabel* m_count = nullptr;
    QLabel* m_caption = nullptr;
    QToolButton* m_trace = nullptr;
    PictureView* m_picture = nullptr;
    PredictionBars* m_float = nullptr;
    PredictionBars* m_quantized = nullptr;
    PlaceholderStack* m_stack = nullptr;
    std::shared_ptr<const session::TriedPicture> m_tried; ///< shown; null: an image of the list
    bool m_userChose = false; ///< the selected row is the user's choice, not ours
};

} // namespace quantoscope::gui
