// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/eval/preprocess.h"

#include <QGroupBox>

#include <array>

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QSpinBox;

namespace quantoscope::gui {

/// Every field of the preprocessing, filled from a preset or a JSON file and editable one by one.
class PreprocessEditor : public QGroupBox
{
    Q_OBJECT

public:
    /// \param inputShape of the model's image input, which presets are made to fit
    explicit PreprocessEditor(Shape inputShape, QWidget* parent = nullptr);

    [[nodiscard]] eval::Preprocess preprocess() const;
    void setPreprocess(const eval::Preprocess& preprocess);
    /// Empty when what is entered is legal, else what is wrong.
    [[nodiscard]] QString problem() const;

Q_SIGNALS:
    void changed();

private:
    QWidget* makeSourceRow();
    void setUpFields();
    void presetChosen();
    void load();
    void save();
    void fieldEdited();
    void enableFields();
    void showProblem(const QString& text);

    Shape m_inputShape;
    eval::TensorLayout m_layout = eval::TensorLayout::Nchw;
    bool m_filling = false;
    QComboBox* m_preset;
    QSpinBox* m_width;
    QSpinBox* m_height;
    QComboBox* m_fit;
    QSpinBox* m_shortSide;
    QComboBox* m_filter;
    QSpinBox* m_padValue;
    QComboBox* m_channels;
    std::array<QDoubleSpinBox*, 3> m_mean{};
    std::array<QDoubleSpinBox*, 3> m_std{};
    QLabel* m_problem;
};

} // namespace quantoscope::gui
