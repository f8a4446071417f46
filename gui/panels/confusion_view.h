// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/models/confusion_model.h"

#include <QWidget>

class QLabel;
class QTableView;

namespace quantoscope::gui {

/// The confusion matrix of FP32 against quantized answers. A click on a cell asks for its images.
class ConfusionView : public QWidget
{
    Q_OBJECT

public:
    explicit ConfusionView(const ImageListModel& images, QWidget* parent = nullptr);
    ~ConfusionView() override;
    void update();
    [[nodiscard]] ConfusionModel& model() { return m_model; }
    [[nodiscard]] QTableView& table() { return *m_table; }

Q_SIGNALS:
    /// Images to which FP32 gives the one class and the quantized model the other.
    void pairChosen(int floatClass, int quantizedClass);

private:
    ConfusionModel m_model;
    QTableView* m_table;
    QLabel* m_remark;
};

} // namespace quantoscope::gui
